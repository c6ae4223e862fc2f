package dev.photofinish.schedule;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How long windows are open: the typical length in the middle, a tail on both sides of two decades by default, so that hot races
 * and those by late publication both have a chance.
 */
final class WindowLengths {
    static final double DECADES = 2;
    private static final double SHORTEST_MILLIS = 1;
    private static final double LONGEST_MILLIS = 10_000;

    private final double typicalMillis;
    private final double decades;

    WindowLengths(Duration typical, double decades) {
        this.typicalMillis = typical.toMillis();
        this.decades = decades;
    }

    /** Log-triangular: half of them are shorter than the typical one, an eighth is a decade longer. */
    Duration next() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        double exponent = (random.nextDouble() + random.nextDouble() - 1) * decades;
        double millis = typicalMillis * Math.pow(10, exponent);
        return Duration.ofNanos((long) (1e6 * Math.min(Math.max(millis, SHORTEST_MILLIS), LONGEST_MILLIS)));
    }
}
