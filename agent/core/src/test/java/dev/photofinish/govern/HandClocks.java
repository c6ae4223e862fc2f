package dev.photofinish.govern;

/** Clocks that a test moves. */
final class HandClocks implements Clocks {
    private static final long SECOND = 1_000_000_000L;

    private long nanos;
    private long processCpu;
    private long agentCpu;
    private long compilation;
    private long compilerCpu;

    /** Lets time pass: seconds, of which the process used CPU, of which the agent's threads, and JIT compilers. */
    void pass(double seconds, double processCpuSeconds, double agentCpuSeconds, double compilationSeconds) {
        nanos += (long) (seconds * SECOND);
        processCpu += (long) (processCpuSeconds * SECOND);
        agentCpu += (long) (agentCpuSeconds * SECOND);
        compilation += (long) (compilationSeconds * SECOND);
        compilerCpu += (long) (compilationSeconds * SECOND);
    }

    /** Compilers had work for so many seconds, in which they had no processor. */
    void compilersWait(double seconds) {
        compilation += (long) (seconds * SECOND);
    }

    @Override
    public long nanos() {
        return nanos;
    }

    @Override
    public long processCpuNanos() {
        return processCpu;
    }

    @Override
    public long agentCpuNanos() {
        return agentCpu;
    }

    @Override
    public long ownCpuNanos() {
        return agentCpu;
    }

    @Override
    public long compilationNanos() {
        return compilation;
    }

    @Override
    public long compilerCpuNanos() {
        return compilerCpu;
    }

    @Override
    public long operationCpuNanos() {
        return -1;
    }
}
