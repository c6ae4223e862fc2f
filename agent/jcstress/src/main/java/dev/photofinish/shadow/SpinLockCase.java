package dev.photofinish.shadow;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IIII_Result;

/**
 * Two threads record at one {@link VariableShadow}.
 *
 * <p>Results: how many got the lock, the count kept under it, the reads kept under it, and how many saw another's read half made.
 */
@JCStressTest
@State
@Outcome(id = "2, 2, 2, 0", expect = Expect.ACCEPTABLE, desc = "Both have recorded.")
@Outcome(id = "1, 1, 1, 0", expect = Expect.ACCEPTABLE, desc = "One was refused after all its spins: sampled away.")
@Outcome(expect = Expect.FORBIDDEN, desc = "Recorded under the lock, and lost or half seen.")
public class SpinLockCase {
    private static final int SPINS = 100_000;

    private final VariableShadow variable = new VariableShadow(null, 0, 1, false);
    private boolean got1;
    private boolean got2;
    private boolean halfMade;

    @Actor
    public void actor1() {
        got1 = record(1);
    }

    @Actor
    public void actor2() {
        got2 = record(2);
    }

    private boolean record(int thread) {
        if (!variable.tryLock(SPINS)) {
            return false;
        }
        for (int i = 0; i < variable.reads(); i++) {
            Access other = variable.read(i);
            halfMade |= other != null && (other.thread == 0 || !other.emitted);
        }
        variable.emitted++;
        Access own = new Access(thread, 1, 1, 1, Access.READ, 0, null);
        own.emitted = true;
        variable.addRead(own);
        variable.unlock();
        return true;
    }

    @Arbiter
    public void arbiter(IIII_Result r) {
        r.r1 = (got1 ? 1 : 0) + (got2 ? 1 : 0);
        r.r2 = variable.emitted;
        for (int i = 0; i < variable.reads(); i++) {
            r.r3 += variable.read(i) == null ? 0 : 1;
        }
        r.r4 = halfMade ? 1 : 0;
    }
}
