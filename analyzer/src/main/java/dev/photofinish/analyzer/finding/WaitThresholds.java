package dev.photofinish.analyzer.finding;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How long a wait must be for the JVM to make an event of it: the highest that was told, as thresholds change with the number of events.
 *
 * @param monitorNanos to enter a monitor; 0 where nothing was told
 * @param parkNanos of a park; 0 where nothing was told
 */
public record WaitThresholds(long monitorNanos, long parkNanos) {
    /** Nothing was told. */
    public static final WaitThresholds NONE = new WaitThresholds(0, 0);

    private static final Set<String> MONITORS = Set.of(WaitKind.MONITOR.label(), WaitKind.CLASS_INITIALIZATION.label());
    private static final Set<String> OTHER_EVENTS = Set.of(WaitKind.OBJECT_WAIT.label(), WaitKind.PINNED.label());
    private static final String MONITOR_EVENT = "jdk.JavaMonitorEnter";
    private static final String PARK_EVENT = "jdk.ThreadPark";

    /**
     * Those that a chunk tells.
     *
     * @param nanosByType by the name of the event
     */
    public static WaitThresholds of(Map<String, Long> nanosByType) {
        return new WaitThresholds(
                Math.max(0, nanosByType.getOrDefault(MONITOR_EVENT, 0L)),
                Math.max(0, nanosByType.getOrDefault(PARK_EVENT, 0L)));
    }

    /** The higher ones of both. */
    public WaitThresholds highest(WaitThresholds other) {
        return new WaitThresholds(Math.max(monitorNanos, other.monitorNanos), Math.max(parkNanos, other.parkNanos));
    }

    /** That of the waits at a place, in nanoseconds; null in windows, and where nothing was told. */
    public @Nullable Long of(Contention place) {
        if (place.inWindows() || OTHER_EVENTS.contains(place.kind())) {
            return null;
        }
        long nanos = MONITORS.contains(place.kind()) ? monitorNanos : parkNanos;
        return nanos == 0 ? null : nanos;
    }
}
