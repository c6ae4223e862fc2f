package dev.photofinish.window;

import dev.photofinish.probe.FieldProbe;
import dev.photofinish.probe.VolatileProbe;
import dev.photofinish.shadow.Looks;
import org.jspecify.annotations.Nullable;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZZ_Result;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/** A window stands prepared, a thread of the application opens it by an access, and the agent's thread withdraws it. */
public class GateTriggerCase {
    private static final int PAUSE = 100;

    /** One thread prepares a window and hands it to the other. */
    abstract static class Preparing extends Meeting {
        private volatile @Nullable Window prepared;

        final Window prepareAndMeet() {
            Window window = Steps.prepare();
            prepared = window;
            meet();
            return window;
        }

        final Window comeToPrepared() {
            Window window = prepared;
            for (int i = 0; window == null; i++) {
                pause(i);
                window = prepared;
            }
            comeAndWait();
            return window;
        }
    }

    abstract static class Withdrawing extends Preparing {
        abstract boolean trigger(Window window);

        final boolean access() {
            Window window = comeToPrepared();
            boolean triggered = trigger(window);
            end();
            return triggered;
        }

        final boolean withdraw() {
            Window window = prepareAndMeet();
            Steps.work(Steps.nextDelay() * 4);
            boolean withdrawn = window.withdraw();
            awaitEnd();
            if (window.isOpen()) {
                window.close();
            }
            return withdrawn;
        }
    }

    /** As shipped. Results: whether the access has opened the window, whether it was withdrawn. */
    @JCStressTest
    @State
    @Outcome(
            id = {"true, false", "false, true"},
            expect = Expect.ACCEPTABLE,
            desc = "One of them.")
    @Outcome(expect = Expect.FORBIDDEN, desc = "Opened after it was given up, or closed without having been opened.")
    public static class OneWins extends Withdrawing {
        @Override
        boolean trigger(Window window) {
            return window.trigger(1);
        }

        @Actor
        public void accessing(ZZ_Result r) {
            r.r1 = access();
        }

        @Actor
        public void withdrawing(ZZ_Result r) {
            r.r2 = withdraw();
        }
    }

    /** Rejected: who triggers looks whether the window is still prepared, and does not claim it. */
    @JCStressTest
    @State
    @Outcome(
            id = {"true, false", "false, true"},
            expect = Expect.ACCEPTABLE,
            desc = "One of them.")
    @Outcome(
            id = "true, true",
            expect = Expect.ACCEPTABLE_INTERESTING,
            desc = "Why a window is claimed: it was opened after it had been given up, and nobody would close it.")
    @Outcome(expect = Expect.FORBIDDEN, desc = "Closed without having been opened.")
    public static class NoClaimRejected extends Withdrawing {
        @Override
        boolean trigger(Window window) {
            if (Gate.prepared != window) {
                return false;
            }
            Steps.work(1);
            Gate.window = window;
            Gate.sync = true;
            Gate.fields = true;
            Gate.fieldWindow = window;
            Gate.prepared = null;
            return true;
        }

        @Actor
        public void accessing(ZZ_Result r) {
            r.r1 = access();
        }

        @Actor
        public void withdrawing(ZZ_Result r) {
            r.r2 = withdraw();
        }
    }

    /**
     * Both threads of a correct program may open the window: one writes a field and publishes it by a volatile write, the other
     * reads it, sees that and reads it again. Results: whether the write was recorded, whether a read was, whether the reader
     * has learned the edge.
     */
    @JCStressTest
    @State
    @Outcome(id = "true, true, true", expect = Expect.ACCEPTABLE, desc = "Both accesses and the edge between them.")
    @Outcome(id = "true, true, false", expect = Expect.FORBIDDEN, desc = "A false alarm.")
    @Outcome(expect = Expect.ACCEPTABLE, desc = "Not both accesses: nothing to report.")
    public static class Opened extends Preparing {
        private final Object other = new Object();
        private volatile boolean done;

        @Actor
        public void publisher(ZZZ_Result r) {
            Window window = comeToPrepared();
            Steps.work(Steps.nextDelay());
            FieldProbe.writeCold(this, Steps.WRITE);
            VolatileProbe.beforeWrite(this, Steps.FLAG);
            end();
            for (int i = 0; !done; i++) {
                pause(i);
            }
            r.r1 = Looks.hasAccess(window.shadow().current());
        }

        @Actor
        public void seer(ZZZ_Result r) {
            Window window = prepareAndMeet();
            Steps.work(PAUSE);
            FieldProbe.readCold(other, Steps.READ);
            awaitEnd();
            VolatileProbe.afterRead(this, Steps.FLAG);
            FieldProbe.readCold(this, Steps.READ);
            if (!window.withdraw()) {
                window.close();
            }
            r.r2 = Looks.hasAccess(window.shadow().current());
            r.r3 = Looks.hasEdge(window.shadow().current());
            done = true;
        }
    }
}
