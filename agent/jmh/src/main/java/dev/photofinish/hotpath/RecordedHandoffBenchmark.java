package dev.photofinish.hotpath;

import dev.photofinish.shadow.Locks;
import dev.photofinish.shadow.Shadow;
import dev.photofinish.shadow.ShadowLimits;
import dev.photofinish.shadow.Space;
import dev.photofinish.shadow.ThreadShadow;
import java.util.concurrent.CompletableFuture;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * What recording a handoff takes by itself, with its event: one thread records for two, so that nothing depends on when the
 * other gets a processor.
 */
@State(Scope.Thread)
public class RecordedHandoffBenchmark extends HotPath {
    private final Object monitor = new Object();
    private ThreadShadow one = none();
    private ThreadShadow other = none();

    private static ThreadShadow none() {
        return new Shadow(0, ShadowLimits.window(0)).current();
    }

    @Setup(Level.Iteration)
    public void meet(OpenWindow.Emitting window) {
        Shadow shadow = window.shadow();
        one = shadow.current();
        other = CompletableFuture.supplyAsync(shadow::current, command -> new Thread(command).start())
                .join();
    }

    @Benchmark
    @OperationsPerInvocation(2)
    public void handoff(OpenWindow.Emitting window) {
        hold(window.shadow(), one);
        hold(window.shadow(), other);
    }

    private void hold(Shadow shadow, ThreadShadow thread) {
        if (thread.enter()) {
            Locks.ask(shadow, thread, monitor, Space.MONITOR);
            Locks.acquired(shadow, thread, monitor, Space.MONITOR, LOCK);
            Locks.releasing(shadow, thread, monitor, Space.MONITOR, LOCK);
            thread.leave();
        }
    }
}
