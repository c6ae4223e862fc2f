package dev.photofinish.hotpath;

import dev.photofinish.probe.FieldProbe;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Group;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * Accesses to a watched field while a window is open. One variable all the time: after its first accesses the thread's own
 * access of the same epoch is found, or the variable has emitted all that one variable may.
 */
public class OpenGateBenchmark extends HotPath {
    /** The variable of one thread. */
    @State(Scope.Thread)
    public static class Own {
        final Point point = new Point();
    }

    /** The variable of two threads. */
    @State(Scope.Group)
    public static class Shared {
        final Point point = new Point();
    }

    @Benchmark
    public int unsharedRead(OpenWindow window, Own own) {
        FieldProbe.read(own.point, READ);
        return own.point.x;
    }

    @Benchmark
    public void unsharedWrite(OpenWindow window, Own own) {
        FieldProbe.write(own.point, WRITE);
        own.point.x = 2;
    }

    @Benchmark
    @Group("shared")
    public int sharedRead(OpenWindow window, Shared shared) {
        FieldProbe.read(shared.point, READ);
        return shared.point.x;
    }

    @Benchmark
    @Group("shared")
    public void sharedWrite(OpenWindow window, Shared shared) {
        FieldProbe.write(shared.point, WRITE);
        shared.point.x = 2;
    }
}
