package dev.photofinish.hotpath;

import dev.photofinish.probe.FieldProbe;
import dev.photofinish.shadow.ShadowLimits;
import dev.photofinish.shadow.Sites;
import dev.photofinish.window.Window;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Reads of a watched field while no window is open: by the gate that ships, which is volatile, and by a plain one. */
@State(Scope.Thread)
public class ClosedGateBenchmark extends HotPath {
    /** Whether a window has been open before: the compiled code then has the way into the recorder. */
    @Param({"never", "once"})
    public String opened = "never";

    private final Point point = new Point();
    private final Point[] points = Point.many(LENGTH);

    @Setup(Level.Trial)
    public void open() {
        Sites.define(READ, FIELD);
        if (opened.equals("never")) {
            return;
        }
        Window window = Window.open(1, 1, false, ShadowLimits.window(FIELD));
        PlainGate.fields = true;
        int sum = 0;
        for (int i = 0; i < COMPILED; i++) {
            sum += singlePlain() + singleVolatile();
        }
        for (int i = 0; i < COMPILED / LENGTH; i++) {
            sum += loopPlain() + loopVolatile() + walkPlain() + walkVolatile();
        }
        PlainGate.fields = false;
        window.close();
        long entries = window.shadow().cost().entries();
        if (entries < sum) {
            throw new IllegalStateException("a probe for each of " + sum + " reads expected, found " + entries);
        }
    }

    @Benchmark
    public int singlePlain() {
        PlainGate.read(point, READ);
        return point.x;
    }

    @Benchmark
    public int singleVolatile() {
        FieldProbe.read(point, READ);
        return point.x;
    }

    @Benchmark
    @OperationsPerInvocation(LENGTH)
    public int loopPlain() {
        Point one = point;
        int sum = 0;
        for (int i = 0; i < LENGTH; i++) {
            PlainGate.read(one, READ);
            sum += one.x;
        }
        return sum;
    }

    @Benchmark
    @OperationsPerInvocation(LENGTH)
    public int loopVolatile() {
        Point one = point;
        int sum = 0;
        for (int i = 0; i < LENGTH; i++) {
            FieldProbe.read(one, READ);
            sum += one.x;
        }
        return sum;
    }

    @Benchmark
    @OperationsPerInvocation(LENGTH)
    public int walkPlain() {
        int sum = 0;
        for (Point each : points) {
            PlainGate.read(each, READ);
            sum += each.x;
        }
        return sum;
    }

    @Benchmark
    @OperationsPerInvocation(LENGTH)
    public int walkVolatile() {
        int sum = 0;
        for (Point each : points) {
            FieldProbe.read(each, READ);
            sum += each.x;
        }
        return sum;
    }
}
