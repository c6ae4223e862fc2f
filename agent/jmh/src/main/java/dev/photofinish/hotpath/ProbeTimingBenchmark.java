package dev.photofinish.hotpath;

import dev.photofinish.shadow.Shadow;
import dev.photofinish.shadow.ShadowLimits;
import dev.photofinish.shadow.ThreadShadow;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** What every open probe pays before it records: to find its thread, and to count itself and take its time now and then. */
@State(Scope.Thread)
public class ProbeTimingBenchmark extends HotPath {
    private final Shadow shadow = new Shadow(1, ShadowLimits.window(FIELD));
    private final ThreadShadow thread = shadow.current();
    private final Flag flag = new Flag();

    /** The rejected variant: against re-entry alone. */
    private static final class Flag {
        private boolean busy;

        boolean enter() {
            if (busy) {
                return false;
            }
            busy = true;
            return true;
        }

        void leave() {
            busy = false;
        }
    }

    @Benchmark
    public void nothing(Blackhole blackhole) {
        blackhole.consume(shadow);
    }

    @Benchmark
    public ThreadShadow findThread() {
        return shadow.current();
    }

    @Benchmark
    public void enterAndLeave(Blackhole blackhole) {
        if (thread.enter()) {
            blackhole.consume(shadow);
            thread.leave();
        }
    }

    @Benchmark
    public void enterAndLeaveUntimed(Blackhole blackhole) {
        if (flag.enter()) {
            blackhole.consume(shadow);
            flag.leave();
        }
    }

    @Benchmark
    public long nanoTime() {
        return System.nanoTime();
    }
}
