package dev.photofinish.analyzer.std;

import dev.photofinish.analyzer.std.StdEvent.Op;
import dev.photofinish.analyzer.trace.Edge;
import dev.photofinish.analyzer.trace.FieldAccess;
import dev.photofinish.analyzer.trace.Site;
import dev.photofinish.analyzer.trace.SiteDictionary;
import dev.photofinish.analyzer.trace.WindowTrace;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Writes complete windows as one trace. The trace is one of the orders in which the window may have happened.
 *
 * <p>An edge becomes a lock of its own, which the releaser takes and releases and the acquirer takes and releases after it:
 * so nothing is ordered that the edge does not order. Windows know nothing of each other: from the second on, threads and
 * objects carry the number of the window.
 */
public final class StdWriter {
    private static final int WINDOW_BITS = 40;

    private final PrintWriter out;
    private long windows;
    private long edges;

    /** A writer of one trace. */
    public StdWriter(PrintWriter out) {
        this.out = out;
    }

    /** Writes the next window, which must be complete and have a consistent order. */
    public void write(WindowTrace trace, SiteDictionary sites) {
        Map<Integer, Map<Integer, Step>> steps = new TreeMap<>();
        for (FieldAccess access : trace.accesses()) {
            step(steps, access.thread(), access.epoch()).accesses.add(access);
        }
        for (Edge edge : trace.edges()) {
            if (!edge.orders()) {
                continue;
            }
            Step from = step(steps, edge.fromThread(), edge.fromEpoch());
            Step to = step(steps, edge.toThread(), edge.toEpoch());
            String lock = "e" + ++edges;
            from.released.add(lock);
            to.acquired.add(lock);
            from.next.add(to);
            to.waitingFor++;
        }
        inOrder(steps).forEach(step -> write(step, sites));
        windows++;
    }

    private static Step step(Map<Integer, Map<Integer, Step>> steps, int thread, int epoch) {
        return steps.computeIfAbsent(thread, key -> new TreeMap<>())
                .computeIfAbsent(epoch, key -> new Step(thread, epoch));
    }

    /** A topological order (Kahn), the smallest thread and epoch first. */
    private static List<Step> inOrder(Map<Integer, Map<Integer, Step>> steps) {
        TreeSet<Step> ready = new TreeSet<>();
        for (Map<Integer, Step> thread : steps.values()) {
            Step previous = null;
            for (Step step : thread.values()) {
                if (previous != null) {
                    previous.next.add(step);
                    step.waitingFor++;
                }
                previous = step;
            }
        }
        steps.values()
                .forEach(thread -> thread.values().stream()
                        .filter(step -> step.waitingFor == 0)
                        .forEach(ready::add));
        List<Step> order = new ArrayList<>();
        for (Step step = ready.pollFirst(); step != null; step = ready.pollFirst()) {
            order.add(step);
            for (Step next : step.next) {
                if (--next.waitingFor == 0) {
                    ready.add(next);
                }
            }
        }
        return order;
    }

    private void write(Step step, SiteDictionary sites) {
        String thread = (windows == 0 ? "" : "w" + (windows + 1)) + "t" + step.thread;
        step.acquired.forEach(lock -> handOver(thread, lock));
        for (FieldAccess access : step.accesses) {
            Site site = sites.find(access.site());
            if (site == null) {
                throw new IllegalArgumentException("expected a complete window, found unknown site " + access.site());
            }
            Variable variable = new Variable(
                    Location.word(site.field()), (windows << WINDOW_BITS) | access.object(), access.index());
            Op op = access.writes() ? Op.WRITE : Op.READ;
            line(thread, op, variable.operand(), Location.of(site));
        }
        step.released.forEach(lock -> handOver(thread, lock));
    }

    private void handOver(String thread, String lock) {
        line(thread, Op.ACQUIRE, lock, "0");
        line(thread, Op.RELEASE, lock, "0");
    }

    private void line(String thread, Op op, String operand, String location) {
        out.print(new StdEvent(thread, op, operand, location).line());
        out.print('\n');
    }

    /** What one thread does in one epoch. */
    private static final class Step implements Comparable<Step> {
        final int thread;
        final int epoch;
        final List<String> acquired = new ArrayList<>();
        final List<FieldAccess> accesses = new ArrayList<>();
        final List<String> released = new ArrayList<>();
        final List<Step> next = new ArrayList<>();
        int waitingFor;

        Step(int thread, int epoch) {
            this.thread = thread;
            this.epoch = epoch;
        }

        @Override
        public int compareTo(Step other) {
            int byThread = Integer.compare(thread, other.thread);
            return byThread != 0 ? byThread : Integer.compare(epoch, other.epoch);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Step step && compareTo(step) == 0;
        }

        @Override
        public int hashCode() {
            return thread * 31 + epoch;
        }
    }
}
