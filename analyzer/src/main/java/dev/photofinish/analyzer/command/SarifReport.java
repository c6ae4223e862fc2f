package dev.photofinish.analyzer.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.photofinish.analyzer.finding.AccessReport;
import dev.photofinish.analyzer.finding.Frame;
import dev.photofinish.analyzer.finding.Grade;
import dev.photofinish.analyzer.finding.Race;
import dev.photofinish.analyzer.finding.SuppressedRace;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The races as a SARIF 2.1.0 log, for code scanning. A result stands at its first access that writes; the other access is a
 * related location, and each access has a thread flow with its stack, outermost frame first. Suppressed races are results that
 * say so.
 *
 * <p>A class file does not say where its source is: the path is made of the package and the name of the outermost class.
 */
final class SarifReport {
    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
    private static final String RULE = "data-race";
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Report report;

    SarifReport(Report report) {
        this.report = report;
    }

    void print(PrintWriter out) {
        ObjectNode log = MAPPER.createObjectNode().put("$schema", SCHEMA).put("version", "2.1.0");
        ObjectNode run = log.putArray("runs").addObject();
        tool(run.putObject("tool").putObject("driver"));
        invocation(run.putArray("invocations").addObject());
        ArrayNode results = run.putArray("results");
        report.races().forEach(race -> result(results.addObject(), race));
        if (!report.suppressed().isEmpty()) {
            // Of one run either every result says which suppressions it has, or none does (section 3.27.23).
            results.forEach(result -> ((ObjectNode) result).putArray("suppressions"));
            report.suppressed().forEach(race -> suppressed(results.addObject(), race));
        }
        try {
            out.println(MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(log));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the report cannot be written as SARIF", e);
        }
    }

    private static void tool(ObjectNode driver) {
        driver.put("name", "Photofinish");
        String version = SarifReport.class.getPackage().getImplementationVersion();
        if (version != null) {
            driver.put("version", version);
        }
        ObjectNode rule = driver.putArray("rules").addObject().put("id", RULE).put("name", "DataRace");
        rule.putObject("shortDescription").put("text", "Two accesses to one variable that nothing orders");
        rule.putObject("fullDescription")
                .put(
                        "text",
                        "Two threads accessed one variable, one of them wrote, and no synchronization between the two accesses"
                                + " creates a happens-before edge (JLS 17.4.5).");
        rule.putObject("defaultConfiguration").put("level", "error");
    }

    /** A log without results says nothing where the recording was incomplete: so it says that it was. */
    private void invocation(ObjectNode invocation) {
        invocation.put("executionSuccessful", true);
        if (report.incomplete() > 0) {
            ArrayNode notes = invocation.putArray("toolExecutionNotifications");
            report.incompleteByReason()
                    .forEach((reason, count) -> notes.addObject()
                            .put("level", "warning")
                            .putObject("message")
                            .put("text", count + " incomplete window(s), in which no race can be told: " + reason));
        }
    }

    private static void result(ObjectNode result, Race race) {
        List<AccessReport> accesses = race.accesses();
        int writer = accesses.get(0).kind().equals("write") ? 0 : 1;
        AccessReport main = accesses.get(writer);
        AccessReport other = accesses.get(1 - writer);
        result.put("ruleId", RULE).put("ruleIndex", 0).put("level", level(race.grade()));
        result.putObject("message")
                .put("text", "Data race on " + race.field() + ": " + String.join(" ", race.reasons()));
        location(result.putArray("locations").addObject(), place(main), null);
        ObjectNode related = result.putArray("relatedLocations").addObject();
        related.put("id", 1);
        location(related, place(other), "the other access: " + described(other));
        ArrayNode flows = result.putArray("codeFlows").addObject().putArray("threadFlows");
        flow(flows.addObject().put("id", "1"), main);
        flow(flows.addObject().put("id", "2"), other);
        result.putObject("partialFingerprints").put("photofinish/v1", race.fingerprint());
        result.put("occurrenceCount", Math.min(Integer.MAX_VALUE, Math.max(1, race.count())));
        result.putObject("properties").put("grade", race.grade().label()).put("field", race.field());
    }

    private static void suppressed(ObjectNode result, SuppressedRace suppressed) {
        result(result, suppressed.race());
        result.putArray("suppressions")
                .addObject()
                .put("kind", suppressed.inSource() ? "inSource" : "external")
                .put("justification", suppressed.reason());
    }

    private static String level(Grade grade) {
        return switch (grade) {
            case HIGH -> "error";
            case MEDIUM -> "warning";
            case LOW -> "note";
        };
    }

    private static void flow(ObjectNode flow, AccessReport access) {
        flow.putObject("message").put("text", "thread \"" + access.thread() + "\"");
        ArrayNode steps = flow.putArray("locations");
        for (int i = access.stack().size() - 1; i > 0; i--) {
            location(steps.addObject().putObject("location"), access.stack().get(i), null);
        }
        location(steps.addObject().putObject("location"), place(access), described(access));
    }

    private static String described(AccessReport access) {
        return access.kind() + " in " + access.className() + "." + access.method() + " by thread \"" + access.thread()
                + "\"";
    }

    private static Frame place(AccessReport access) {
        return new Frame(access.className(), access.method(), access.line());
    }

    private static void location(ObjectNode location, Frame frame, @Nullable String message) {
        ObjectNode physical = location.putObject("physicalLocation");
        physical.putObject("artifactLocation").put("uri", source(frame.className()));
        if (frame.line() > 0) {
            physical.putObject("region").put("startLine", frame.line());
        }
        location.putArray("logicalLocations")
                .addObject()
                .put("fullyQualifiedName", frame.className() + "." + frame.method())
                .put("kind", "function");
        if (message != null) {
            location.putObject("message").put("text", message);
        }
    }

    /** The path of the source below its root, with what a URI may not hold written as percent signs and numbers. */
    private static String source(String className) {
        int nested = className.indexOf('$', className.lastIndexOf('.') + 2);
        String outer = nested < 0 ? className : className.substring(0, nested);
        StringBuilder uri = new StringBuilder();
        for (byte b : outer.replace('.', '/').getBytes(StandardCharsets.UTF_8)) {
            boolean plain = (b >= 'a' && b <= 'z')
                    || (b >= 'A' && b <= 'Z')
                    || (b >= '0' && b <= '9')
                    || b == '/'
                    || b == '_'
                    || b == '-';
            uri.append(plain ? String.valueOf((char) b) : String.format(Locale.ROOT, "%%%02X", b & 0xFF));
        }
        return uri.append(".java").toString();
    }
}
