package dev.photofinish.schedule;

import dev.photofinish.deadlock.DeadlockWatch;
import dev.photofinish.drill.Drill;
import dev.photofinish.probe.Failures;
import dev.photofinish.shadow.AgentThreads;
import dev.photofinish.shadow.ShadowLimits;
import dev.photofinish.transport.Transport;
import dev.photofinish.window.Window;
import java.io.IOException;

/** The one window of full mode, open from start to end; its thread forgets what belongs to objects that are gone. */
public final class FullWindow implements AutoCloseable {
    private static final long SWEEP_MILLIS = 1_000;
    private static final long SWEEP_NANOS = 30_000_000_000L;
    private static final long COLLECTION_NANOS = 10_000_000_000L;

    private final Window window;
    private final Session session;
    private final Thread sweeper;
    private final Transport transport;
    private final Drill drill;
    private final DeadlockWatch deadlocks;
    private volatile boolean closing;
    private volatile String failure = "";
    // Of the sweeper only.
    private long lastSweep = System.nanoTime();
    private long lastCollection = System.nanoTime() - COLLECTION_NANOS;

    /** Opens the window. */
    public FullWindow(Session session, Transport transport, DeadlockWatch deadlocks, Drill drill) {
        this.session = session;
        this.transport = transport;
        this.deadlocks = deadlocks;
        this.drill = drill;
        this.window = Window.open(
                1,
                session.fieldsArmed(),
                false,
                drill.limits(ShadowLimits.full(Runtime.getRuntime().maxMemory())));
        this.sweeper = AgentThreads.create("photofinish-sweeper", this::sweep);
        sweeper.start();
    }

    private void sweep() {
        try {
            while (!closing && failure.isEmpty()) {
                try {
                    Thread.sleep(SWEEP_MILLIS);
                } catch (InterruptedException e) {
                    // By close(), which has said so, or by a program that interrupts whatever thread it finds.
                    continue;
                }
                drill.reach("sweeper");
                sweepIfWorthIt();
                deadlocks.look();
                stopIfTheDiskIsFull();
            }
        } catch (Throwable e) {
            // Whatever it is: the window would only go on to cost, and the application gets its code back.
            Failures.record(e);
            giveUp("the sweeper failed: " + e);
        }
    }

    private void stopIfTheDiskIsFull() throws IOException {
        String problem = transport.diskProblem();
        if (!problem.isEmpty()) {
            transport.stop();
            giveUp(problem);
        }
    }

    private void giveUp(String reason) {
        window.incomplete(reason);
        window.close();
        session.end();
        failure = reason;
    }

    /** A sweep walks over all that is known, which may be millions of entries. */
    private void sweepIfWorthIt() {
        long now = System.nanoTime();
        boolean crowded = window.shadow().isCrowded();
        if (crowded || window.shadow().hasGrown() || now - lastSweep > SWEEP_NANOS) {
            lastSweep = now;
            window.shadow().sweep();
        }
        if (crowded && window.shadow().isCrowded()) {
            collect();
        }
    }

    /**
     * What is dead counts as alive until the collector has looked at it, and it may not look at old objects for minutes:
     * rather than give the window up, ask it to, every ten seconds at most.
     */
    private void collect() {
        long now = System.nanoTime();
        if (now - lastCollection > COLLECTION_NANOS) {
            lastCollection = now;
            System.gc();
            window.shadow().sweep();
        }
    }

    /** Why the window is incomplete; empty while it is complete. */
    public String incompleteReason() {
        String reason = window.incompleteReason();
        return reason.isEmpty() ? session.unseen() : reason;
    }

    /** Why the window was closed for good; empty while all is well. */
    public String failure() {
        return failure;
    }

    @Override
    public void close() {
        closing = true;
        sweeper.interrupt();
        try {
            sweeper.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            window.incomplete("interrupted while closing");
        }
        window.close();
        window.incomplete(session.unseen());
        window.emitEnd("exit");
    }
}
