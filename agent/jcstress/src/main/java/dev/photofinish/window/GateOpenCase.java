package dev.photofinish.window;

import dev.photofinish.probe.FieldProbe;
import dev.photofinish.probe.VolatileProbe;
import dev.photofinish.shadow.Looks;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZZ_Result;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/**
 * A window opens while a correct program runs: one thread writes a field and publishes it by a volatile write, the other sees that
 * and reads the field. Where both accesses are recorded the edge between them must be, or the analyzer reports a race.
 *
 * <p>Results: whether the write was recorded, whether the read was, whether the reader has learned the edge.
 */
public class GateOpenCase {
    /** What a scheduler may make of two instructions. */
    private static final int PAUSE = 20_000;

    abstract static class Opening extends Meeting {
        private volatile @Nullable Window done;

        /** Does what takes long, before the other actor begins. */
        abstract void prepare();

        abstract Window open();

        final void publish(ZZZ_Result r) {
            comeAndWait();
            for (int i = Steps.nextDelay() * 8; i > 0 && Gate.fieldWindow == null; i--) {}
            FieldProbe.write(this, Steps.WRITE);
            VolatileProbe.beforeWrite(this, Steps.FLAG);
            end();
            Window window = done;
            for (int i = 0; window == null; i++) {
                pause(i);
                window = done;
            }
            r.r1 = Looks.hasAccess(window.shadow().current());
        }

        final void openAndSee(ZZZ_Result r) {
            prepare();
            meet();
            Window window = open();
            awaitEnd();
            VolatileProbe.afterRead(this, Steps.FLAG);
            FieldProbe.read(this, Steps.READ);
            window.close();
            r.r2 = Looks.hasAccess(window.shadow().current());
            r.r3 = Looks.hasEdge(window.shadow().current());
            done = window;
        }
    }

    /** As shipped: {@link Window#open}. */
    @JCStressTest
    @State
    @Outcome(id = "true, true, true", expect = Expect.ACCEPTABLE, desc = "Both accesses and the edge between them.")
    @Outcome(id = "true, true, false", expect = Expect.FORBIDDEN, desc = "A false alarm.")
    @Outcome(expect = Expect.ACCEPTABLE, desc = "Not both accesses: nothing to report.")
    public static class SyncFirst extends Opening {
        @Override
        void prepare() {}

        @Override
        Window open() {
            return Steps.open();
        }

        @Actor
        public void publisher(ZZZ_Result r) {
            publish(r);
        }

        @Actor
        public void opener(ZZZ_Result r) {
            openAndSee(r);
        }
    }

    /**
     * The same of the two gates alone, read one right after the other. Results: whether the window was found open, whether
     * synchronization was.
     */
    @JCStressTest
    @State
    @Outcome(id = "true, true", expect = Expect.ACCEPTABLE, desc = "Both.")
    @Outcome(id = "false, .*", expect = Expect.ACCEPTABLE, desc = "Not waited for long enough.")
    @Outcome(
            id = "true, false",
            expect = Expect.FORBIDDEN,
            desc = "An access would be recorded, its thread's release not.")
    public static class Gates extends Meeting {
        @Actor
        public void prober(ZZ_Result r) {
            comeAndWait();
            boolean open = false;
            for (int i = 0; i < PAUSE && !open; i++) {
                open = Gate.fieldWindow != null;
            }
            boolean sync = Gate.sync;
            r.r1 = open;
            r.r2 = sync;
            end();
        }

        @Actor
        public void opener() {
            meet();
            Window window = Steps.open();
            awaitEnd();
            window.close();
        }
    }

    /** Rejected: the window can be seen before synchronization is recorded. */
    @JCStressTest
    @State
    @Outcome(id = "true, true, true", expect = Expect.ACCEPTABLE, desc = "Both accesses and the edge between them.")
    @Outcome(
            id = "true, true, false",
            expect = Expect.ACCEPTABLE_INTERESTING,
            desc = "Why synchronization is opened first: the write is recorded and its release is not, a false alarm.")
    @Outcome(expect = Expect.ACCEPTABLE, desc = "Not both accesses: nothing to report.")
    public static class SyncLastRejected extends Opening {
        private @Nullable Window prepared;

        @Override
        void prepare() {
            prepared = Steps.closed();
        }

        @Override
        Window open() {
            Window window = Objects.requireNonNull(prepared);
            Gate.window = window;
            Gate.fields = true;
            Gate.fieldWindow = window;
            Steps.work(PAUSE);
            Gate.sync = true;
            return window;
        }

        @Actor
        public void publisher(ZZZ_Result r) {
            publish(r);
        }

        @Actor
        public void opener(ZZZ_Result r) {
            openAndSee(r);
        }
    }
}
