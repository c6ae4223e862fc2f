package dev.photofinish.analyzer.std;

import dev.photofinish.analyzer.trace.FieldAccess;
import dev.photofinish.analyzer.trace.SiteDictionary;
import dev.photofinish.analyzer.trace.SyncEdge;
import dev.photofinish.analyzer.trace.WindowCollector;
import dev.photofinish.analyzer.trace.WindowEnd;
import dev.photofinish.analyzer.trace.WindowThread;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Does what the agent does, line by line: gives threads their epochs and finds from whom an acquire learns.
 *
 * <pre>
 *   op        effect (t the thread of the line, e its epoch)
 *   rel(l)    t's release of l := e; e + 1
 *   acq(l)    e + 1, an edge from each other thread's release of l
 *   fork(u)   u's start := e of t; e + 1
 *   first     of u: e + 1, an edge from its start
 *   join(u)   e + 1, an edge from the last epoch of u
 *   r(x) w(x) an access at e
 * </pre>
 */
final class StdReplay {
    private static final long WINDOW = 1;

    private final WindowCollector collector = new WindowCollector(Integer.MAX_VALUE, 1);
    private final SiteDictionary sites = new SiteDictionary();
    private final Map<String, Integer> siteIds = new HashMap<>();
    private final Map<String, Actor> threads = new LinkedHashMap<>();
    private final Map<String, Lock> locks = new HashMap<>();
    private long accesses;

    /** Takes the next event of the trace. */
    void add(StdEvent event, long line) throws StdFormatException {
        Actor thread = thread(event.thread());
        if (thread.joinedAt != 0) {
            throw new StdFormatException(
                    line, "no event of " + event.thread() + ", joined in line " + thread.joinedAt, event.line());
        }
        thread.begin();
        switch (event.op()) {
            case ACQUIRE -> acquire(thread, event, line);
            case RELEASE -> release(thread, event);
            case READ -> access(thread, event, FieldAccess.Kind.READ);
            case WRITE -> access(thread, event, FieldAccess.Kind.WRITE);
            case FORK -> fork(thread, event, line);
            case JOIN -> join(thread, event, line);
            case BEGIN, END -> {}
        }
    }

    private void acquire(Actor thread, StdEvent event, long line) throws StdFormatException {
        Lock lock = locks.computeIfAbsent(event.operand(), name -> new Lock());
        Actor holder = lock.holder;
        if (holder != null && holder != thread) {
            throw new StdFormatException(
                    line, "a release of " + event.operand() + " by " + holder.name + " first", event.line());
        }
        lock.holder = thread;
        lock.depth++;
        thread.learn(lock.releases);
    }

    private void release(Actor thread, StdEvent event) {
        Lock lock = locks.computeIfAbsent(event.operand(), name -> new Lock());
        boolean held = lock.holder == thread;
        if (held && --lock.depth > 0) {
            return;
        }
        if (held) {
            // Who held the lock has learned from all earlier releases: its own stands for them.
            lock.releases.clear();
            lock.holder = null;
        }
        lock.releases.put(thread, thread.epoch++);
    }

    private void access(Actor thread, StdEvent event, FieldAccess.Kind kind) {
        Variable variable = Variable.of(event.operand());
        accesses++;
        collector.add(new FieldAccess(
                WINDOW,
                thread.number,
                thread.epoch,
                ++thread.accesses,
                site(event.location(), variable.field(), kind),
                variable.object(),
                variable.index(),
                kind,
                0));
    }

    private int site(String location, String field, FieldAccess.Kind kind) {
        return siteIds.computeIfAbsent(location + "|" + field + "|" + kind, key -> {
            int id = siteIds.size() + 1;
            sites.learn(Location.site(id, location, field, kind.label()));
            return id;
        });
    }

    private void fork(Actor thread, StdEvent event, long line) throws StdFormatException {
        Actor child = threads.get(event.operand());
        if (child != null) {
            throw new StdFormatException(line, "a thread without events so far", event.line());
        }
        thread(event.operand()).start = new HashMap<>(Map.of(thread, thread.epoch++));
    }

    private void join(Actor thread, StdEvent event, long line) throws StdFormatException {
        Actor other = threads.get(event.operand());
        if (other == thread) {
            throw new StdFormatException(line, "another thread than its own", event.line());
        }
        if (other == null) {
            return;
        }
        other.begin();
        other.joinedAt = line;
        thread.learn(Map.of(other, other.epoch));
    }

    private Actor thread(String name) {
        return threads.computeIfAbsent(name, key -> new Actor(key, threads.size() + 1));
    }

    /** The window, after the last event. */
    StdTrace end() {
        for (Actor thread : threads.values()) {
            collector.add(new WindowThread(WINDOW, thread.number, thread.name, thread.edges));
        }
        collector.add(new WindowEnd(WINDOW, 0, 0, false, true, "", threads.size(), accesses));
        return new StdTrace(collector.takeAll().get(0), sites);
    }

    /** Who released a lock that was not taken by another since, and who holds it. */
    private static final class Lock {
        final Map<Actor, Integer> releases = new LinkedHashMap<>();

        @Nullable
        Actor holder;

        int depth;
    }

    /** A thread of the trace. */
    private final class Actor {
        final String name;
        final int number;
        int epoch = 1;
        int accesses;
        int edges;
        long joinedAt;

        @Nullable
        Map<Actor, Integer> start;

        Actor(String name, int number) {
            this.name = name;
            this.number = number;
        }

        /** Learns from whoever forked it, at its first event. */
        void begin() {
            Map<Actor, Integer> from = start;
            start = null;
            if (from != null) {
                learn(from);
            }
        }

        void learn(Map<Actor, Integer> releases) {
            epoch++;
            releases.forEach((from, fromEpoch) -> {
                if (from != this) {
                    collector.add(new SyncEdge(WINDOW, ++edges, from.number, fromEpoch, number, epoch));
                }
            });
        }
    }
}
