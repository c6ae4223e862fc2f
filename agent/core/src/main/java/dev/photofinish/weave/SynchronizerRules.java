package dev.photofinish.weave;

import static dev.photofinish.weave.Action.*;
import static dev.photofinish.weave.At.*;

import dev.photofinish.shadow.Space;

/** Rows "Semaphore", "CountDownLatch", "CyclicBarrier", "Phaser" and "Exchanger" of the rule book. */
final class SynchronizerRules {
    private static final Key THIS = Rows.THIS;

    private SynchronizerRules() {}

    static void add(Rows rows) {
        rows.row(Rows.JUC + "CountDownLatch", "countDown\\(\\)V", ENTRY, RELEASE, THIS, Space.STATE);
        rows.row(Rows.JUC + "CountDownLatch", "await\\(\\)V", RETURN, ACQUIRE, THIS, Space.STATE);
        rows.row(Rows.JUC + "CountDownLatch", "await\\(J.*", RETURN, ACQUIRE_IF_TRUE, THIS, Space.STATE);
        rows.row(Rows.JUC + "Semaphore", "release\\(.*", ENTRY, RELEASE, THIS, Space.STATE);
        rows.row(
                Rows.JUC + "Semaphore",
                "(acquire(Uninterruptibly)?|drainPermits)\\(.*",
                RETURN,
                ACQUIRE,
                THIS,
                Space.STATE);
        rows.row(Rows.JUC + "Semaphore", "tryAcquire\\(.*", RETURN, ACQUIRE_IF_TRUE, THIS, Space.STATE);
        permits(rows);
        barrier(rows);
        phaser(rows);
        exchanger(rows);
    }

    /** Who waits for whose permits. */
    private static void permits(Rows rows) {
        String semaphore = Rows.JUC + "Semaphore";
        String acquire = "acquire(Uninterruptibly)?\\(.*";
        String timed = "tryAcquire\\(I?J.*";
        rows.row(semaphore, acquire, ENTRY, ASK_FOR_PERMITS, THIS, Space.STATE);
        rows.row(semaphore, acquire, RETURN, ENTERED, THIS, Space.STATE);
        rows.row(semaphore, acquire, THROW, TURNED_AWAY, THIS, Space.STATE);
        rows.row(semaphore, timed, ENTRY, ASK_FOR_PERMITS, THIS, Space.STATE);
        rows.row(semaphore, "tryAcquire\\(.*", RETURN, ENTERED_IF_TRUE, THIS, Space.STATE);
        rows.row(semaphore, timed, THROW, TURNED_AWAY, THIS, Space.STATE);
        rows.row(semaphore, "release\\(.*", ENTRY, LEAVING, THIS, Space.STATE);
    }

    /**
     * Who arrives hands on under the barrier's lock, so that the last party takes from this generation's arrivals only; it hands
     * on to those that wait. A broken barrier is left by an exception.
     */
    private static void barrier(Rows rows) {
        String barrier = Rows.JUC + "CyclicBarrier";
        String dowait = "dowait\\(.*";
        rows.innerLocks(barrier);
        rows.inside(barrier, dowait, AFTER_CALL, "lock", RELEASE, THIS, Space.ARRIVE);
        rows.inside(barrier, dowait, BEFORE_CALL, "run|nextGeneration", ACQUIRE, THIS, Space.ARRIVE);
        rows.inside(barrier, dowait, BEFORE_CALL, "nextGeneration", RELEASE, THIS, Space.ADVANCE);
        rows.row(barrier, dowait, RETURN, ACQUIRE, THIS, Space.ADVANCE);
    }

    /**
     * An arrival is published in the clock of its phase, of which the compare-and-set that counts it knows; who waits for the
     * phase takes from there. The default onAdvance is no action that anybody could see.
     */
    private static void phaser(Rows rows) {
        String phaser = Rows.JUC + "Phaser";
        String arrive = "(doArrive|arriveAndAwaitAdvance)\\(.*";
        Key root = Rows.field("root", phaser);
        for (String waiters : new String[] {"evenQ", "oddQ"}) {
            Key queue = Rows.field(waiters, Rows.JUC + "atomic/AtomicReference");
            rows.row(
                    phaser,
                    "(doArrive|arrive\\w*|awaitAdvance\\w*|forceTermination)\\(.*",
                    ENTRY,
                    INNER,
                    queue,
                    Space.STATE);
        }
        rows.inside(phaser, arrive, BEFORE_CALL, "compareAndSet", ARRIVING, root, 0);
        for (int phase : new int[] {Space.EVEN_PHASE, Space.ODD_PHASE}) {
            rows.inside(phaser, arrive, BEFORE_CALL, "onAdvance", ACQUIRE_IF_USERS, THIS, phase);
            rows.inside(phaser, arrive, AFTER_CALL, "onAdvance", RELEASE_IF_USERS, THIS, phase);
        }
        rows.row(phaser, "(arriveAndAwaitAdvance|awaitAdvance\\w*)\\(.*", RETURN, ADVANCED, root, 0);
    }

    private static void exchanger(Rows rows) {
        String exchange = "exchange\\(.*";
        rows.row(Rows.JUC + "Exchanger", exchange, ENTRY, OFFERING, Rows.elementOfThis(Rows.ARG0), 0);
        rows.row(Rows.JUC + "Exchanger", exchange, RETURN, EXCHANGED, Rows.elementOfThis(Rows.TOP), 0);
    }
}
