package dev.photofinish.govern;

import dev.photofinish.shadow.ProbeCost;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Adds up what the agent costs, and holds it against what the process uses. Fed by the scheduler's thread; the last reading may
 * be asked for by any.
 */
public final class CostMeter {
    /**
     * Of a closed probe, for each that open windows meet. Not what it takes, which is a nanosecond or less, but what it is in the way of; and
     * code that meets open probes meets fewer of them. From what agent/overhead measured: 60 to 130 ns for three libraries (RATIONALE.md).
     */
    static final double CLOSED_NANOS = 100;

    /** Of an open probe, until one has been timed. */
    static final double OPEN_NANOS = 100;

    /** What the clock and the search for the thread add to the part of a probe that is timed. */
    private static final double UNTIMED_NANOS = 15;

    /** The JVM tells the CPU time of the process in ticks of 10 ms: a rate is taken over many of them. */
    private static final long TICK_NANOS = 10_000_000L;

    private static final long LEAST_CPU_NANOS = 10 * TICK_NANOS;

    /** Open probes took all but this fraction of the CPU time at the most, by an estimate. */
    private static final int MOST_OPEN = 10;

    /**
     * Of what the application uses while a compiler has work that it would not have without the agent, this is lost: the code that waits for
     * it runs in the interpreter, or as C1 left it. From what agent/overhead measured: 0.2 to 0.8 of three libraries (RATIONALE.md).
     */
    static final double LOST_WAITING = 0.5;

    private static final double SECOND_NANOS = 1e9;
    private static final long MEMORY_NANOS = 60_000_000_000L;
    private static final long COMPILATION_NANOS = 60_000_000_000L;

    /** What compilers do in the first moments of a JVM, or of the agent in it, is not the usual. */
    private static final long LEAST_USUAL_NANOS = 10_000_000_000L;

    /** Of a process that does next to nothing, a share says nothing: it counts as a tenth of a core at least. */
    private static final double LEAST_USE = 0.1;

    private final Clocks clocks;
    private final Deque<Reading> readings = new ArrayDeque<>();
    private final long startedNanos;

    private double openNanos = OPEN_NANOS;
    // Written by the thread that feeds, read by whoever asks for the status.
    private volatile double accessesPerCpuNano;
    private volatile double syncPerCpuNano;
    private long pendingAccesses;
    private long pendingSync;
    private long pendingCpu;
    private double probes;
    private double closed;
    private long agentCpu;
    private long threadsCpu;
    private long exchanging;
    private long weavingCpu;
    private long loading;
    private long compiling;
    private boolean woven;
    private long compilationUntil;

    /** Looked at only while it counts: it takes a look at each thread of the process. */
    private long compilerCpu;

    private double compilationPerNano;

    /** How long compilers had work before the exchange: they have no more to do again. In the start of a JVM that is little. */
    private double redoable;

    private volatile Reading last;
    private volatile Reading minuteAgo;
    private volatile long entries;

    private record Reading(long nanos, long processCpu, long compilation, Costs costs) {}

    /** A meter that begins now. */
    public CostMeter(Clocks clocks) {
        this.clocks = clocks;
        this.startedNanos = clocks.nanos();
        this.agentCpu = clocks.agentCpuNanos();
        this.compilationUntil = startedNanos;
        Reading first = new Reading(startedNanos, clocks.processCpuNanos(), clocks.compilationNanos(), Costs.NONE);
        this.last = first;
        this.minuteAgo = first;
        readings.add(first);
    }

    /** Reads the clocks; at least every few seconds while anything is woven. */
    public void read() {
        Reading before = last;
        long now = clocks.nanos();
        long cpu = clocks.processCpuNanos();
        long compilation = clocks.compilationNanos();
        if (woven) {
            closed += (cpu - before.processCpu) * (closedAccesses() + closedSync());
        }
        if (now - before.nanos > 0 && before.nanos - compilationUntil < 0) {
            double time = (double) now - before.nanos;
            double had = Math.max(1, (double) compilation - before.compilation);
            double above = Math.min(redoable, Math.max(0, had - compilationPerNano * time));
            redoable -= above;
            double used = compilersSince() * above / had;
            double application = Math.max(0, cpu - before.processCpu - used);
            compiling += (long) (used + application * Math.min(1, above / time) * LOST_WAITING);
        }
        threadsCpu += threadsSince(cpu - before.processCpu);
        Costs costs = new Costs(
                (long) probes, (long) closed, Math.max(0, threadsCpu - weavingCpu), exchanging + loading, compiling);
        Reading reading = new Reading(now, cpu, compilation, costs);
        readings.add(reading);
        while (readings.size() > 2 && now - readings.getFirst().nanos > MEMORY_NANOS) {
            readings.removeFirst();
        }
        minuteAgo = readings.getFirst();
        last = reading;
    }

    /** What the compilers have used since they were last asked. */
    private double compilersSince() {
        long before = compilerCpu;
        compilerCpu = clocks.compilerCpuNanos();
        return Math.max(0, compilerCpu - before);
    }

    /** What the agent's threads have used since they were last asked: no more than the process has, whatever a clock says. */
    private long threadsSince(long processCpu) {
        long now = clocks.agentCpuNanos();
        long used = now - agentCpu;
        agentCpu = now;
        return Math.max(0, Math.min(used, processCpu + TICK_NANOS));
    }

    /** Code is about to be exchanged, or to meet an open gate for the first time: the compilers will be at work. */
    public void beforeExchange() {
        read();
        Reading from = minuteAgo;
        Reading now = last;
        if (now.nanos - compilationUntil >= 0 && now.nanos - from.nanos >= LEAST_USUAL_NANOS) {
            compilationPerNano = (double) (now.compilation - from.compilation) / (now.nanos - from.nanos);
        }
        compilationUntil = now.nanos + COMPILATION_NANOS;
        redoable = now.compilation;
        compilerCpu = clocks.compilerCpuNanos();
    }

    /**
     * Code was exchanged.
     *
     * @param jvmNanos time in which the JVM did it and no thread of the agent worked
     * @param cpuNanos CPU time of the agent's thread for it, which does not count as standing
     */
    public void exchanged(long jvmNanos, long cpuNanos, boolean anythingWoven) {
        exchangedProbes(jvmNanos, cpuNanos, anythingWoven);
        // Other fields are watched now, as far as any are.
        accessesPerCpuNano = 0;
        pendingAccesses = 0;
        pendingSync = 0;
        pendingCpu = 0;
        if (!anythingWoven) {
            syncPerCpuNano = 0;
        }
    }

    /**
     * The probes' bodies were exchanged, and nothing else.
     *
     * @param live whether woven code calls anything that is not empty
     */
    public void exchangedProbes(long jvmNanos, long cpuNanos, boolean live) {
        // A process that is stopped, or has no processor, is not at work meanwhile.
        long used = Math.max(0, clocks.processCpuNanos() - last.processCpu - cpuNanos);
        exchanging += Math.min(jvmNanos, used + TICK_NANOS) + cpuNanos;
        weavingCpu += cpuNanos;
        read();
        woven = live;
    }

    /** What weaving at class loading has taken on the application's threads so far. */
    public void wovenAtLoad(long nanos) {
        loading = nanos;
    }

    /**
     * A window has closed.
     *
     * @param accesses how many of its probes were of fields
     * @param cpuNanos of the process while it was open
     */
    public void windowClosed(ProbeCost cost, long accesses, long cpuNanos) {
        if (cost.timed() > 0) {
            openNanos = (double) cost.timedNanos() / cost.timed() + UNTIMED_NANOS;
        }
        long met = entries + cost.entries();
        entries = met;
        double spent = cost.entries() * openNanos;
        probes += spent;
        pendingAccesses += accesses;
        pendingSync += Math.max(0, cost.entries() - accesses);
        // Without its open probes the application would have come that much further.
        pendingCpu += Math.max(cpuNanos - (long) spent, cpuNanos / MOST_OPEN);
        if (pendingCpu >= LEAST_CPU_NANOS) {
            accessesPerCpuNano = (double) pendingAccesses / pendingCpu;
            syncPerCpuNano = (double) pendingSync / pendingCpu;
            pendingAccesses = 0;
            pendingSync = 0;
            pendingCpu = 0;
        }
        read();
    }

    private double closedAccesses() {
        return accessesPerCpuNano * CLOSED_NANOS;
    }

    private double closedSync() {
        return syncPerCpuNano * CLOSED_NANOS;
    }

    /** What one open probe takes, in nanoseconds. */
    double openNanos() {
        return openNanos;
    }

    /** How much CPU time the process uses in a nanosecond: 2 for two busy cores; never less than a tenth. */
    double use() {
        return Math.max(LEAST_USE, used());
    }

    /** The same, however little that is. */
    private double used() {
        Reading now = last;
        Reading from = minuteAgo;
        for (Reading reading : readings) {
            if (now.nanos - reading.nanos <= 5_000_000_000L && reading.nanos != now.nanos) {
                from = reading;
                break;
            }
        }
        return now.nanos <= from.nanos ? 0 : (double) (now.processCpu - from.processCpu) / (now.nanos - from.nanos);
    }

    /** What closed probes and the agent's threads cost in a nanosecond, over the last minute. */
    double standing() {
        Reading now = last;
        Reading from = minuteAgo;
        Costs costs = now.costs.minus(from.costs);
        // What the first seconds cost is a start, not a rate.
        return (double) (costs.closed() + costs.threads()) / Math.max(now.nanos - from.nanos, MEMORY_NANOS);
    }

    /** What closed probes of fields cost in a nanosecond, at the present use. */
    double closedAccessesNow() {
        return woven ? closedAccesses() * used() : 0;
    }

    /** What closed probes of synchronization cost in a nanosecond, at the present use. */
    double closedSyncNow() {
        return woven ? closedSync() * used() : 0;
    }

    /** Which share of the CPU time of the process the agent has used in the last minute: by an estimate, but never more than all. */
    public double ratio() {
        Reading now = last;
        Reading from = minuteAgo;
        double used = Math.max((double) now.processCpu - from.processCpu, LEAST_USE * (now.nanos - from.nanos));
        return used <= 0 ? 0 : Math.min(1, now.costs.minus(from.costs).total() / used);
    }

    /** What the last minute cost. */
    public Costs lastMinute() {
        return last.costs.minus(minuteAgo.costs);
    }

    /** What the agent has cost since it started. */
    public Costs sinceStart() {
        return last.costs;
    }

    /** Probes of fields that woven code calls in a second of CPU, by the last windows. */
    public double accessesPerSecond() {
        return accessesPerCpuNano * SECOND_NANOS;
    }

    /** Probes of synchronization that woven code calls in a second of CPU, by the last windows. */
    public double syncPerSecond() {
        return syncPerCpuNano * SECOND_NANOS;
    }

    /** Open probes since the agent started. */
    public long entries() {
        return entries;
    }

    /** How long the meter has run. */
    public long runningNanos() {
        return last.nanos - startedNanos;
    }
}
