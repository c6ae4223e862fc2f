package dev.photofinish.govern;

/** The clocks that costs are read from, in nanoseconds. Only differences mean something. */
public interface Clocks {
    /** Time. */
    long nanos();

    /** CPU time of the process, on all its threads. */
    long processCpuNanos();

    /** CPU time of the agent's own threads and of those that the JVM runs for its recording. */
    long agentCpuNanos();

    /** CPU time of the calling thread; 0 where the JVM does not tell. */
    long ownCpuNanos();

    /** Time that the JIT compilers had work, on all their threads, whether or not a processor was free for them. */
    long compilationNanos();

    /** CPU time of the JIT compilers; the same as {@link #compilationNanos} where the system does not tell. */
    long compilerCpuNanos();

    /** CPU time of the JVM's thread that works while the application is stopped; -1 where the system does not tell. */
    long operationCpuNanos();
}
