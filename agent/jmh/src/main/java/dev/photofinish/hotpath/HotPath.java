package dev.photofinish.hotpath;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/** How every benchmark here is run, unless the command says otherwise. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 3, time = 500, timeUnit = TimeUnit.MILLISECONDS)
public abstract class HotPath {
    /** Sites and fields, as weaving would number them. */
    static final int READ = 1;

    static final int WRITE = 2;
    static final int LOCK = 3;
    static final int FIELD = 1;

    /** Enough for the compilers to have seen what a method does. */
    static final int COMPILED = 20_000;

    /** How many reads a loop makes. */
    static final int LENGTH = 1_000;
}
