package dev.photofinish.analyzer.std;

import dev.photofinish.analyzer.std.StdEvent.Op;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Happens-before by its definition: program order, each release before every later acquire of its lock, fork before all of the
 * child, all of a thread before its join, and so fork before join even of a thread without events; closed transitively over all pairs of events. O(n³), and nothing clever.
 */
final class Definition {
    private final List<StdEvent> events;
    private final boolean[][] before;

    Definition(List<StdEvent> events) {
        this.events = events;
        int size = events.size();
        before = new boolean[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = i + 1; j < size; j++) {
                before[i][j] = directly(events.get(i), events.get(j));
            }
        }
        for (int via = 0; via < size; via++) {
            for (int from = 0; from < via; from++) {
                for (int to = via + 1; before[from][via] && to < size; to++) {
                    before[from][to] |= before[via][to];
                }
            }
        }
    }

    private static boolean directly(StdEvent a, StdEvent b) {
        return a.thread().equals(b.thread())
                || (a.op() == Op.RELEASE && b.op() == Op.ACQUIRE && a.operand().equals(b.operand()))
                || (a.op() == Op.FORK && a.operand().equals(b.thread()))
                || (b.op() == Op.JOIN && b.operand().equals(a.thread()))
                || (a.op() == Op.FORK && b.op() == Op.JOIN && a.operand().equals(b.operand()));
    }

    /** The pairs of conflicting accesses that nothing orders, as {@code variable: location, location}. */
    Set<String> races() {
        Set<String> races = new TreeSet<>();
        for (int i = 0; i < events.size(); i++) {
            for (int j = i + 1; j < events.size(); j++) {
                StdEvent a = events.get(i);
                StdEvent b = events.get(j);
                boolean accesses = isAccess(a) && isAccess(b) && (a.op() == Op.WRITE || b.op() == Op.WRITE);
                if (accesses && a.operand().equals(b.operand()) && !before[i][j]) {
                    races.add(described(a.operand(), a.location(), b.location()));
                }
            }
        }
        return races;
    }

    private static boolean isAccess(StdEvent event) {
        return event.op() == Op.READ || event.op() == Op.WRITE;
    }

    static String described(String variable, String a, String b) {
        return variable + ": " + (a.compareTo(b) <= 0 ? a + ", " + b : b + ", " + a);
    }
}
