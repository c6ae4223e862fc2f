package dev.photofinish.analyzer.contention;

import dev.photofinish.analyzer.trace.LockHandoff;
import java.util.ArrayList;
import java.util.List;

/**
 * Queues that outlive their cause (Blasgen, Gray, Mitoma, Price: The Convoy Phenomenon, 1979): at least {@value #SHORTEST} handoffs one
 * after the other, at each of which another thread was left waiting, while each hold is short beside the waits. A single long hold is no
 * convoy: the queue that it leaves behind dissolves.
 */
final class Convoys {
    private static final int SHORTEST = 20;
    private static final int LEFT_WAITING = 2;

    private Convoys() {}

    /** The convoys of a lock; each is a stretch of its handoffs. */
    static List<List<LockHandoff>> of(LockHistory history) {
        List<List<LockHandoff>> convoys = new ArrayList<>();
        List<LockHandoff> run = new ArrayList<>();
        for (LockHandoff handoff : history.handoffs()) {
            if (handoff.waitNanos() > 0 && handoff.waiters() >= LEFT_WAITING) {
                run.add(handoff);
            } else {
                end(run, convoys);
                run = new ArrayList<>();
            }
        }
        end(run, convoys);
        return convoys;
    }

    private static void end(List<LockHandoff> run, List<List<LockHandoff>> convoys) {
        double held = run.stream().mapToDouble(LockHandoff::holdNanos).sum();
        double waited = run.stream().mapToDouble(LockHandoff::waitNanos).sum();
        if (run.size() >= SHORTEST && 2 * held <= waited) {
            convoys.add(run);
        }
    }
}
