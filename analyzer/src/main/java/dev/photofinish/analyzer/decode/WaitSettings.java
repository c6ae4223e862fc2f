package dev.photofinish.analyzer.decode;

import java.util.HashMap;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What {@code jdk.ActiveSetting} events say of the types that are waits: which are recorded, from which length on. */
final class WaitSettings {
    private static final Map<String, Long> UNITS =
            Map.of("ns", 1L, "us", 1_000L, "ms", 1_000_000L, "s", 1_000_000_000L, "m", 60_000_000_000L);
    private static final Pattern TIME = Pattern.compile("(\\d{1,9}) ?(ns|us|ms|s|m)");

    /** No JVM has more types; what comes after them is left out. */
    private static final int MAX_TYPES = 4_096;

    private final Map<Long, Boolean> enabled = new HashMap<>();
    private final Map<Long, Long> thresholds = new HashMap<>();

    /** Of several recordings the one that asks for most counts. */
    void add(long typeId, String name, String value) {
        if (enabled.size() > MAX_TYPES || thresholds.size() > MAX_TYPES) {
            return;
        }
        if (name.equals("enabled")) {
            enabled.merge(typeId, value.equals("true"), Boolean::logicalOr);
        } else if (name.equals("threshold")) {
            Matcher time = TIME.matcher(value);
            if (time.matches()) {
                long nanos = Long.parseLong(time.group(1)) * UNITS.getOrDefault(time.group(2), 1L);
                thresholds.merge(typeId, nanos, Math::min);
            }
        }
    }

    /**
     * Tells the sink of those that are enabled and leave something out.
     *
     * @param types by id, null where the engine does not know it
     */
    void tell(LongFunction<@Nullable EventType> types, ChunkSink sink) {
        thresholds.forEach((id, nanos) -> {
            EventType type = types.apply(id);
            if (type != null && type.isWait() && nanos > 0 && enabled.getOrDefault(id, false)) {
                sink.waitThreshold(type.typeName(), nanos);
            }
        });
    }
}
