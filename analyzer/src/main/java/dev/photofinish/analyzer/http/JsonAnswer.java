package dev.photofinish.analyzer.http;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** Answers as JSON: records by the names of their components, times as ISO 8601, closed sets in lower case. */
public final class JsonAnswer {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new SimpleModule()
                    .addSerializer(Instant.class, text(Instant::toString))
                    .addSerializer(Enum.class, text(value -> value.name().toLowerCase(Locale.ROOT))))
            .build();

    private JsonAnswer() {}

    /** Answers with an object. */
    public static void write(Context context, int status, Object value) {
        try {
            context.status(status).contentType("application/json").result(MAPPER.writeValueAsBytes(value));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write " + value.getClass().getName() + " as JSON", e);
        }
    }

    /** Answers with one sentence that says what is wrong. */
    public static void error(Context context, int status, String sentence) {
        write(context, status, Map.of("error", sentence));
    }

    private static <T> JsonSerializer<T> text(Function<T, String> text) {
        return new JsonSerializer<>() {
            @Override
            public void serialize(T value, JsonGenerator generator, SerializerProvider serializers) throws IOException {
                generator.writeString(text.apply(value));
            }
        };
    }
}
