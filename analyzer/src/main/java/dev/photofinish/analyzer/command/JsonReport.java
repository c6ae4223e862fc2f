package dev.photofinish.analyzer.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.photofinish.analyzer.finding.Contention;
import dev.photofinish.analyzer.finding.Race;
import dev.photofinish.analyzer.json.FindingJson;
import java.io.PrintWriter;
import java.util.List;

/** The report as one JSON object, for programs. */
final class JsonReport {
    private final Report report;

    JsonReport(Report report) {
        this.report = report;
    }

    void print(PrintWriter out) {
        Document document = new Document(
                report.windows(),
                report.incomplete(),
                report.events(),
                report.lost(),
                report.races(),
                report.contention(),
                List.of(),
                List.of());
        try {
            out.println(FindingJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(document));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the report cannot be written as JSON", e);
        }
    }

    /** The keys of the object, in their order. */
    private record Document(
            long windows,
            long incomplete,
            long events,
            long lost,
            List<Race> races,
            List<Contention> contention,
            List<String> lockOrder,
            List<String> atomicity) {}
}
