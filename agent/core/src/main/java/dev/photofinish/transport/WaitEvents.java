package dev.photofinish.transport;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import jdk.jfr.EventSettings;
import jdk.jfr.EventType;
import jdk.jfr.FlightRecorder;
import jdk.jfr.Recording;

/**
 * The JDK's own events of threads that wait, sleep, read or write, windows or not. Each has a threshold of its own, shorter waits make no event: it
 * rises where there are more events than the budget has room for, and falls again when they become few. Used by one thread at a
 * time.
 */
final class WaitEvents {
    private static final Duration SHORTEST = Duration.ofMillis(10);
    private static final Duration LONGEST = Duration.ofSeconds(10);

    /** An event with its stack costs some 3 us (FEASIBILITY.md): all kinds together stay below a tenth of the default budget. */
    private static final double PER_SECOND = 100;

    private static final int STEEPEST = 16;
    private static final double FEW = 4;

    private final List<Kind> kinds = new ArrayList<>();

    /** One type of event. */
    private static final class Kind {
        final String name;
        final boolean stack;

        /** Of the type in the chunks of this JVM; one that no event has where it does not have the type. */
        long id = Long.MAX_VALUE;

        Duration threshold = SHORTEST;

        Kind(String name, boolean stack) {
            this.name = name;
            this.stack = stack;
        }

        void adapt(double perSecond) {
            if (perSecond > PER_SECOND) {
                long factor = Math.min(STEEPEST, 1 + (long) (perSecond / PER_SECOND));
                threshold = shorter(threshold.multipliedBy(factor), LONGEST);
            } else if (perSecond < PER_SECOND / FEW && threshold.compareTo(SHORTEST) > 0) {
                Duration half = threshold.dividedBy(2);
                threshold = half.compareTo(SHORTEST) < 0 ? SHORTEST : half;
            }
        }

        private static Duration shorter(Duration a, Duration b) {
            return a.compareTo(b) < 0 ? a : b;
        }
    }

    WaitEvents() {
        for (String name :
                List.of("jdk.JavaMonitorEnter", "jdk.ThreadPark", "jdk.JavaMonitorWait", "jdk.VirtualThreadPinned")) {
            kinds.add(new Kind(name, true));
        }
        // What the holder of a lock did meanwhile: only how long it took matters.
        for (String name : List.of(
                "jdk.ThreadSleep",
                "jdk.FileRead",
                "jdk.FileWrite",
                "jdk.FileForce",
                "jdk.SocketRead",
                "jdk.SocketWrite",
                "jdk.GCPhasePause")) {
            kinds.add(new Kind(name, false));
        }
    }

    /** Enables the events; a type that this JVM does not have is none. */
    void enable(Recording recording) {
        for (Kind kind : kinds) {
            FlightRecorder.getFlightRecorder().getEventTypes().stream()
                    .filter(type -> type.getName().equals(kind.name))
                    .mapToLong(EventType::getId)
                    .findFirst()
                    .ifPresent(id -> kind.id = id);
            enable(recording, kind);
        }
    }

    private static void enable(Recording recording, Kind kind) {
        EventSettings settings = recording.enable(kind.name).withThreshold(kind.threshold);
        if (kind.stack) {
            settings.withStackTrace();
        } else {
            settings.withoutStackTrace();
        }
    }

    /** Adapts the thresholds to how many events were in a chunk. */
    void adapt(Recording recording, byte[] chunk, long durationNanos) {
        long[] counts = EventCounts.byType(chunk);
        double seconds = Math.max(durationNanos / 1e9, 0.1);
        for (Kind kind : kinds) {
            Duration before = kind.threshold;
            long count = kind.id < counts.length ? counts[(int) kind.id] : 0;
            kind.adapt(count / seconds);
            if (!before.equals(kind.threshold)) {
                enable(recording, kind);
            }
        }
    }

    /** Waits for monitors shorter than this make no event. */
    long monitorThresholdNanos() {
        return kinds.get(0).threshold.toNanos();
    }

    /** Parks shorter than this make no event. */
    long parkThresholdNanos() {
        return kinds.get(1).threshold.toNanos();
    }
}
