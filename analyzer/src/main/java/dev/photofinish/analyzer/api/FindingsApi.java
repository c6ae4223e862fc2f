package dev.photofinish.analyzer.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.photofinish.analyzer.finding.Grade;
import dev.photofinish.analyzer.http.HttpRefusedException;
import dev.photofinish.analyzer.http.JsonAnswer;
import dev.photofinish.analyzer.store.Acknowledgement;
import dev.photofinish.analyzer.store.Finding;
import dev.photofinish.analyzer.store.FindingPage;
import dev.photofinish.analyzer.store.FindingQuery;
import dev.photofinish.analyzer.store.FindingState;
import dev.photofinish.analyzer.store.FindingStore;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/findings}. */
final class FindingsApi {
    private static final int PAGE_SIZE = 50;
    private static final int MAX_PAGE_SIZE = 500;
    private static final int MAX_PAGE = 100_000;
    private static final int MAX_BODY_BYTES = 16 << 10;
    private static final int BY_CHARS = 200;
    private static final int REASON_CHARS = 2000;
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final FindingStore store;
    private final InstantSource clock;

    FindingsApi(FindingStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /** A part of the findings asked for. */
    record Findings(List<Finding> findings, long total, int page, int pageSize) {
        Findings {
            findings = List.copyOf(findings);
        }
    }

    /** The body of an acknowledgement. */
    record Request(
            @Nullable String by,
            @Nullable String reason,
            @Nullable String until) {}

    void list(Context context) {
        Parameters parameters = new Parameters(context, "service", "state", "grade", "page", "pageSize");
        int page = parameters.number("page", 1, MAX_PAGE, 1);
        int pageSize = parameters.number("pageSize", 1, MAX_PAGE_SIZE, PAGE_SIZE);
        FindingPage found = store.findings(new FindingQuery(
                parameters.text("service"),
                parameters.oneOf("state", FindingState.class),
                parameters.oneOf("grade", Grade.class),
                clock.millis(),
                (page - 1) * pageSize,
                pageSize));
        JsonAnswer.write(context, 200, new Findings(found.findings(), found.total(), page, pageSize));
    }

    void one(Context context) {
        Finding finding =
                store.finding(context.pathParam("id"), clock.instant()).orElseThrow(FindingsApi::noFinding);
        JsonAnswer.write(context, 200, finding);
    }

    void acknowledge(Context context) throws IOException {
        Request request = request(context);
        Instant now = clock.instant();
        Instant until = instant(required("until", request.until(), BY_CHARS));
        if (!until.isAfter(now)) {
            throw new HttpRefusedException(400, "until: expected a time to come, found " + until);
        }
        Acknowledgement acknowledgement = new Acknowledgement(
                required("by", request.by(), BY_CHARS), required("reason", request.reason(), REASON_CHARS), now, until);
        Finding finding =
                store.acknowledge(context.pathParam("id"), acknowledgement).orElseThrow(FindingsApi::noFinding);
        JsonAnswer.write(context, 200, finding);
    }

    /** A foreign web page can send a form but, without our leave, no JSON: that keeps it out. */
    private static Request request(Context context) throws IOException {
        String type = context.contentType();
        if (type == null || !type.split(";", 2)[0].trim().equalsIgnoreCase("application/json")) {
            throw new HttpRefusedException(415, "header Content-Type: expected application/json");
        }
        try (InputStream body = context.req().getInputStream()) {
            byte[] bytes = body.readNBytes(MAX_BODY_BYTES + 1);
            if (bytes.length > MAX_BODY_BYTES) {
                throw new HttpRefusedException(413, "the body is larger than " + MAX_BODY_BYTES + " bytes");
            }
            return MAPPER.readValue(new String(bytes, StandardCharsets.UTF_8), Request.class);
        } catch (JsonProcessingException e) {
            throw new HttpRefusedException(
                    400, "the body: expected {\"by\": …, \"reason\": …, \"until\": …}, found no such JSON object");
        }
    }

    private static String required(String name, @Nullable String value, int maxChars) {
        if (value == null || value.isBlank()) {
            throw new HttpRefusedException(400, name + ": expected a text, found none");
        }
        if (value.length() > maxChars) {
            throw new HttpRefusedException(
                    400, name + ": expected at most " + maxChars + " characters, found " + value.length());
        }
        return value.strip();
    }

    private static Instant instant(String until) {
        try {
            return Instant.parse(until);
        } catch (DateTimeException e) {
            throw new HttpRefusedException(400, "until: expected a time like 2027-01-31T00:00:00Z");
        }
    }

    private static HttpRefusedException noFinding() {
        return new HttpRefusedException(404, "there is no finding of this id");
    }
}
