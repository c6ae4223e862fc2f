package dev.photofinish.analyzer.json;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.photofinish.analyzer.finding.AccessReport;
import dev.photofinish.analyzer.finding.Frame;
import dev.photofinish.analyzer.finding.Grade;

/** How findings are written as JSON. */
public final class FindingJson {
    private FindingJson() {}

    /** A mapper that knows the keys; the caller may configure its copy further. */
    public static JsonMapper mapper() {
        return JsonMapper.builder()
                .addMixIn(AccessReport.class, ClassNameMixIn.class)
                .addMixIn(Frame.class, ClassNameMixIn.class)
                .addMixIn(Grade.class, GradeMixIn.class)
                .build();
    }

    /** The class of an access or frame is {@code class}. */
    private interface ClassNameMixIn {
        @JsonProperty("class")
        String className();
    }

    /** A grade is its lower-case name. */
    private interface GradeMixIn {
        @JsonValue
        String label();
    }
}
