package dev.photofinish.analyzer.std;

import dev.photofinish.analyzer.std.StdEvent.Op;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes a well-formed trace of any list of numbers: what a step may not do is passed over. */
final class RandomTrace {
    static final int THREADS = 4;
    static final int LOCKS = 3;
    static final int VARIABLES = 3;

    private static final Op[] OPS = Op.values();

    private final List<StdEvent> events = new ArrayList<>();
    private final Map<String, String> holders = new HashMap<>();
    private final Set<String> seen = new HashSet<>(Set.of("T0"));
    private final Set<String> joined = new HashSet<>();

    private RandomTrace() {}

    /** A step is a thread, an operation and an operand; numbers are taken modulo what there is. */
    record Step(int thread, int op, int operand) {}

    static List<StdEvent> of(List<Step> steps) {
        RandomTrace trace = new RandomTrace();
        steps.forEach(trace::add);
        return trace.events;
    }

    private void add(Step step) {
        String thread = "T" + step.thread % THREADS;
        if (joined.contains(thread)) {
            return;
        }
        Op op = OPS[step.op % OPS.length];
        boolean added =
                switch (op) {
                    case ACQUIRE -> acquire(thread, "L" + step.operand % LOCKS);
                    case RELEASE -> release(thread, "L" + step.operand % LOCKS);
                    case READ, WRITE -> event(thread, op, "V" + step.operand % VARIABLES);
                    case FORK -> fork(thread, "T" + step.operand % THREADS);
                    case JOIN -> join(thread, "T" + step.operand % THREADS);
                    case BEGIN, END -> event(thread, op, "");
                };
        if (added) {
            seen.add(thread);
        }
    }

    private boolean acquire(String thread, String lock) {
        return holders.putIfAbsent(lock, thread) == null && event(thread, Op.ACQUIRE, lock);
    }

    /** Also by a thread that does not hold it, as a trace that was cut off at its start may have it. */
    private boolean release(String thread, String lock) {
        String holder = holders.get(lock);
        if (holder != null && !holder.equals(thread)) {
            return false;
        }
        holders.remove(lock);
        return event(thread, Op.RELEASE, lock);
    }

    private boolean fork(String thread, String child) {
        return !thread.equals(child) && seen.add(child) && event(thread, Op.FORK, child);
    }

    private boolean join(String thread, String other) {
        return !thread.equals(other) && seen.contains(other) && joined.add(other) && event(thread, Op.JOIN, other);
    }

    private boolean event(String thread, Op op, String operand) {
        return events.add(new StdEvent(thread, op, operand, "at" + events.size()));
    }
}
