package dev.photofinish.window;

import dev.photofinish.probe.FieldProbe;
import dev.photofinish.shadow.Shadow;
import dev.photofinish.shadow.ThreadShadow;
import org.jspecify.annotations.Nullable;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/**
 * {@link Window#close} against probes that never pause: what is closed stays as it is.
 *
 * <p>Results: whether anything was recorded, and whether the rule of the case was broken.
 */
public class GateCloseCase {
    private static final int DELAY = 8;
    private static final Object[] OWNERS = new Object[256];

    static {
        for (int i = 0; i < OWNERS.length; i++) {
            OWNERS[i] = new Object();
        }
    }

    abstract static class Closing extends Meeting {
        private volatile @Nullable Window opened;
        private volatile boolean closed;
        private long recordedAtClose;

        abstract void prepare(Window window);

        abstract void probe(Window window, Object owner);

        final void probeUntilClosed() {
            Window window = opened;
            for (int i = 0; window == null; i++) {
                pause(i);
                window = opened;
            }
            prepare(window);
            comeAndWait();
            for (int i = 0; !closed; i++) {
                probe(window, OWNERS[i & (OWNERS.length - 1)]);
            }
            end();
        }

        final void openAndClose() {
            Window window = Steps.open();
            opened = window;
            meet();
            Steps.work(Steps.nextDelay() * DELAY);
            close(window);
            recordedAtClose = recorded(window);
            closed = true;
            awaitEnd();
        }

        void close(Window window) {
            window.close();
        }

        final void compare(ZZ_Result r) {
            Window window = opened;
            if (window != null && isComplete()) {
                long recorded = recorded(window);
                r.r1 = recorded > 0;
                r.r2 = recorded != recordedAtClose;
            }
        }

        /** False where the closing thread has given up, because this machine had no time for the other actor: no claim then. */
        final boolean isComplete() {
            Window window = opened;
            return window != null && window.incompleteReason().isEmpty();
        }

        private static long recorded(Window window) {
            return window.shadow().emitTotals().recorded();
        }
    }

    /** As shipped: the totals of a closed window are final. */
    @JCStressTest
    @State
    @Outcome(id = ".*, false", expect = Expect.ACCEPTABLE, desc = "Nothing after the closing.")
    @Outcome(id = ".*, true", expect = Expect.FORBIDDEN, desc = "An access was recorded after the totals were read.")
    public static class Totals extends Closing {
        /** None: the thread's first probe in the window takes longest. */
        @Override
        void prepare(Window window) {}

        @Override
        void probe(Window window, Object owner) {
            FieldProbe.write(owner, Steps.WRITE);
        }

        @Actor
        public void prober() {
            probeUntilClosed();
        }

        @Actor
        public void closer() {
            openAndClose();
        }

        @Arbiter
        public void arbiter(ZZ_Result r) {
            compare(r);
        }
    }

    /** Rejected: the window is not looked at again once the flag is set. */
    @JCStressTest
    @State
    @Outcome(id = ".*, false", expect = Expect.ACCEPTABLE, desc = "Nothing after the closing.")
    @Outcome(
            id = ".*, true",
            expect = Expect.ACCEPTABLE_INTERESTING,
            desc =
                    "Why a probe looks at the window again: its flag came after the closing thread had looked for flags.")
    public static class TotalsNoSecondLookRejected extends Closing {
        /** None: the thread's first probe in the window takes longest. */
        @Override
        void prepare(Window window) {}

        @Override
        void probe(Window window, Object owner) {
            Window open = Gate.fieldWindow;
            if (open != null) {
                Shadow shadow = open.shadow();
                ThreadShadow thread = shadow.current();
                thread.enterFieldVolatile();
                shadow.access(thread, owner, Steps.WRITE, 1);
                thread.leaveFieldRelease();
            }
        }

        @Actor
        public void prober() {
            probeUntilClosed();
        }

        @Actor
        public void closer() {
            openAndClose();
        }

        @Arbiter
        public void arbiter(ZZ_Result r) {
            compare(r);
        }
    }

    abstract static class Grace extends Closing {
        private boolean inside;
        private boolean closedInside;

        @Override
        void prepare(Window window) {
            window.shadow().current();
        }

        @Override
        void probe(Window window, Object owner) {
            ThreadShadow thread = window.shadow().current();
            thread.enterFieldVolatile();
            if (Gate.fieldWindow == window) {
                inside = true;
                for (int i = 0; i < 64; i++) {
                    closedInside |= !Gate.sync || Gate.window != window;
                }
            }
            thread.leaveFieldRelease();
        }

        final void answer(ZZ_Result r) {
            r.r1 = inside;
            r.r2 = closedInside && isComplete();
        }
    }

    /** As shipped: synchronization is recorded for as long as any thread may record an access. */
    @JCStressTest
    @State
    @Outcome(id = ".*, false", expect = Expect.ACCEPTABLE, desc = "Open as long as the probe was inside.")
    @Outcome(id = ".*, true", expect = Expect.FORBIDDEN, desc = "Closed around a probe.")
    public static class GracePeriod extends Grace {
        @Actor
        public void prober() {
            probeUntilClosed();
        }

        @Actor
        public void closer() {
            openAndClose();
        }

        @Arbiter
        public void arbiter(ZZ_Result r) {
            answer(r);
        }
    }

    /** Rejected: synchronization stops being recorded at once. */
    @JCStressTest
    @State
    @Outcome(id = ".*, false", expect = Expect.ACCEPTABLE, desc = "Open as long as the probe was inside.")
    @Outcome(
            id = ".*, true",
            expect = Expect.ACCEPTABLE_INTERESTING,
            desc =
                    "Why the closing thread waits: an access may still be recorded whose thread records no release after it.")
    public static class NoGracePeriodRejected extends Grace {
        @Override
        void close(Window window) {
            Gate.fields = false;
            Gate.fieldWindow = null;
            Gate.sync = false;
            Gate.window = null;
        }

        @Actor
        public void prober() {
            probeUntilClosed();
        }

        @Actor
        public void closer() {
            openAndClose();
        }

        @Arbiter
        public void arbiter(ZZ_Result r) {
            answer(r);
        }
    }
}
