package dev.photofinish.hotpath;

import dev.photofinish.event.AllEvents;
import dev.photofinish.probe.Failures;
import dev.photofinish.shadow.Shadow;
import dev.photofinish.shadow.ShadowLimits;
import dev.photofinish.shadow.Sites;
import dev.photofinish.window.Window;
import jdk.jfr.Recording;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A window that is open while an iteration runs, in a JVM that records its events as the agent does. */
@State(Scope.Benchmark)
public class OpenWindow {
    private static final long MOST_BYTES = 64 << 20;

    private final Recording recording = new Recording();
    private @Nullable Window window;
    private long number;

    @Setup(Level.Trial)
    public void record() {
        Sites.define(HotPath.READ, HotPath.FIELD);
        Sites.define(HotPath.WRITE, HotPath.FIELD);
        Sites.define(HotPath.LOCK, 0);
        AllEvents.types().forEach(recording::enable);
        recording.setMaxSize(MOST_BYTES);
        recording.start();
    }

    @Setup(Level.Iteration)
    public void open() {
        window = Window.open(++number, 1, false, ShadowLimits.window(HotPath.FIELD));
    }

    @TearDown(Level.Iteration)
    public void close() {
        Window closing = opened();
        closing.close();
        closing.emitEnd("time");
        if (Failures.first() != null) {
            throw new IllegalStateException("a probe failed", Failures.first());
        }
        check(closing.shadow().cost().entries(), closing.shadow().emitted());
    }

    @TearDown(Level.Trial)
    public void end() {
        recording.close();
    }

    /** What the open window knows. */
    Shadow shadow() {
        return opened().shadow();
    }

    private Window opened() {
        Window open = window;
        if (open == null) {
            throw new IllegalStateException("an open window expected, found none");
        }
        return open;
    }

    /** Fails where the window did not see what it should. */
    void check(long entries, long emitted) {
        if (entries == 0) {
            throw new IllegalStateException("probes that record expected, found none");
        }
    }

    /** A window of which every iteration has events. */
    public static class Emitting extends OpenWindow {
        @Override
        void check(long entries, long emitted) {
            super.check(entries, emitted);
            if (emitted == 0) {
                throw new IllegalStateException("events expected, found none after " + entries + " probes");
            }
        }
    }
}
