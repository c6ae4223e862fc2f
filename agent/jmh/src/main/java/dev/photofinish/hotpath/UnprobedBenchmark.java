package dev.photofinish.hotpath;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Reads of a field without a probe: what {@link ClosedGateBenchmark} is held against. */
@State(Scope.Thread)
public class UnprobedBenchmark extends HotPath {
    private final Point point = new Point();
    private final Point[] points = Point.many(LENGTH);

    @Benchmark
    public int single() {
        return point.x;
    }

    /** One object, so that the compiler may read once. */
    @Benchmark
    @OperationsPerInvocation(LENGTH)
    public int loop() {
        Point one = point;
        int sum = 0;
        for (int i = 0; i < LENGTH; i++) {
            sum += one.x;
        }
        return sum;
    }

    /** Another object each time. */
    @Benchmark
    @OperationsPerInvocation(LENGTH)
    public int walk() {
        int sum = 0;
        for (Point each : points) {
            sum += each.x;
        }
        return sum;
    }
}
