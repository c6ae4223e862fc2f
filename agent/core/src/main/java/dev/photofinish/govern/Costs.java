package dev.photofinish.govern;

/**
 * What the agent has cost, in nanoseconds of CPU.
 *
 * @param probes open probes: how many, times what those that were timed took
 * @param closed closed probes, estimated from how often they are met while open
 * @param threads the agent's own threads, weaving left out, and the JVM's threads for its recording
 * @param weaving weaving, on the agent's thread and, at class loading, on the application's, and what the JVM did to exchange code
 * @param compiling work of the JIT compilers above the usual in the minute after code was exchanged, and an estimate of what is lost in code that
 *     waits for them
 */
public record Costs(long probes, long closed, long threads, long weaving, long compiling) {
    static final Costs NONE = new Costs(0, 0, 0, 0, 0);

    /** All of it. */
    public long total() {
        return probes + closed + threads + weaving + compiling;
    }

    Costs minus(Costs earlier) {
        return new Costs(
                probes - earlier.probes,
                closed - earlier.closed,
                threads - earlier.threads,
                weaving - earlier.weaving,
                compiling - earlier.compiling);
    }
}
