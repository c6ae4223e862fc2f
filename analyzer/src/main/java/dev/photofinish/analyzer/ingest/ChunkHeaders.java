package dev.photofinish.analyzer.ingest;

import dev.photofinish.analyzer.store.ChunkKey;
import io.javalin.http.Context;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the headers of a chunk say, checked. */
record ChunkHeaders(ChunkKey key, String service) {
    static final String INSTANCE = "Photofinish-Instance";
    static final String SEQUENCE = "Photofinish-Sequence";
    static final String SERVICE = "Photofinish-Service";

    private static final int SHOWN_CHARS = 60;
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern POSITIVE = Pattern.compile("[1-9][0-9]{0,17}");
    private static final Pattern NAME =
            Pattern.compile("[\\p{Print}&&[^\\s]]([\\p{Print}]{0,126}[\\p{Print}&&[^\\s]])?");

    /**
     * Reads the headers of a request.
     *
     * @throws ChunkRefusedException naming the header, what was expected and what was found
     */
    static ChunkHeaders of(Context context) {
        String instance = header(context, INSTANCE, "a UUID").toLowerCase(Locale.ROOT);
        check(UUID, INSTANCE, "a UUID", instance);
        String sequence = header(context, SEQUENCE, "a number from 1");
        check(POSITIVE, SEQUENCE, "a number from 1", sequence);
        String service = header(context, SERVICE, "the name of the service");
        check(NAME, SERVICE, "a name of 1 to 128 printable ASCII characters", service);
        expect(context, "Content-Encoding", "gzip");
        expect(context, "Content-Type", "application/octet-stream");
        return new ChunkHeaders(new ChunkKey(instance, Long.parseLong(sequence)), service);
    }

    private static String header(Context context, String name, String expected) {
        String value = context.header(name);
        if (value == null) {
            throw refused(name, expected, null);
        }
        return value.trim();
    }

    private static void check(Pattern pattern, String name, String expected, String value) {
        if (!pattern.matcher(value).matches()) {
            throw refused(name, expected, value);
        }
    }

    private static void expect(Context context, String name, String expected) {
        String value = context.header(name);
        if (value == null || !value.trim().toLowerCase(Locale.ROOT).equals(expected)) {
            throw refused(name, expected, value);
        }
    }

    private static ChunkRefusedException refused(String name, String expected, @Nullable String found) {
        return ChunkRefusedException.invalid("header " + name + ": expected " + expected + ", found " + shown(found));
    }

    private static String shown(@Nullable String value) {
        if (value == null) {
            return "none";
        }
        String printable = value.replaceAll("[^\\p{Print}]", "?");
        return '"' + (printable.length() <= SHOWN_CHARS ? printable : printable.substring(0, SHOWN_CHARS) + "…") + '"';
    }
}
