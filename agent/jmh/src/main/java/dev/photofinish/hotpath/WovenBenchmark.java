package dev.photofinish.hotpath;

import dev.photofinish.window.Gate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * What application code does, without a line about probes: run without the agent, with it asleep, and woven by it. The loop of
 * the harness is woven as well, which reads a volatile field each time: {@link #nothing} tells what that costs.
 */
@State(Scope.Thread)
public class WovenBenchmark extends HotPath {
    private final Watched watched = new Watched(1);
    private final Object monitor = new Object();
    private final ReentrantLock lock = new ReentrantLock();
    private final AtomicLong counter = new AtomicLong();
    private volatile int flag = 1;

    @Setup(Level.Trial)
    public void prepare() {
        AgentState state = AgentState.ofThisJvm();
        boolean hasAgent = Gate.class.getClassLoader() == null;
        if (hasAgent != (state != AgentState.NONE)) {
            throw new IllegalStateException("the agent to be " + state + " expected, found "
                    + (hasAgent ? "probes in the boot loader" : "no probes in the boot loader"));
        }
        if (state == AgentState.CLOSED) {
            Map<String, Runnable> operations = new LinkedHashMap<>();
            operations.put("fieldRead", this::fieldRead);
            operations.put("fieldWrite", this::fieldWrite);
            operations.put("volatileRead", this::volatileRead);
            operations.put("monitorEnterExit", this::monitorEnterExit);
            operations.put("lockUnlock", this::lockUnlock);
            operations.put("atomicIncrement", this::atomicIncrement);
            ClosedJvm.await(operations);
        }
    }

    @TearDown(Level.Iteration)
    public void nothingWasOpen() {
        if (Gate.window != null) {
            throw new IllegalStateException("a closed gate expected, found an open window");
        }
    }

    @Benchmark
    public void nothing() {}

    @Benchmark
    public int fieldRead() {
        return watched.value();
    }

    @Benchmark
    public void fieldWrite() {
        watched.set(1);
    }

    /** One object, so that the compiler may read once. */
    @Benchmark
    @OperationsPerInvocation(LENGTH)
    public int fieldReadLoop() {
        Watched one = watched;
        int sum = 0;
        for (int i = 0; i < LENGTH; i++) {
            sum += one.value();
        }
        return sum;
    }

    @Benchmark
    public int volatileRead() {
        return flag;
    }

    @Benchmark
    public int monitorEnterExit() {
        synchronized (monitor) {
            return 1;
        }
    }

    @Benchmark
    public int lockUnlock() {
        lock.lock();
        try {
            return 1;
        } finally {
            lock.unlock();
        }
    }

    @Benchmark
    public long atomicIncrement() {
        return counter.incrementAndGet();
    }
}
