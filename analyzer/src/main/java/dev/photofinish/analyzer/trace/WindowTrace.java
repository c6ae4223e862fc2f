package dev.photofinish.analyzer.trace;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is known of one window so far. Filled by its {@link WindowCollector}; read after it was judged. */
public final class WindowTrace {
    private static final Comparator<FieldAccess> PROGRAM_ORDER =
            Comparator.comparingInt(FieldAccess::thread).thenComparingInt(FieldAccess::sequence);

    private final long window;
    private final List<FieldAccess> accesses = new ArrayList<>();
    private final List<AccessStack> stacks = new ArrayList<>();
    private final List<AccessTally> tallies = new ArrayList<>();
    private final List<TaskSubmission> submissions = new ArrayList<>();
    private final List<Edge> edges = new ArrayList<>();
    private final List<LockSetMember> lockSetMembers = new ArrayList<>();
    private final List<LockOrder> lockOrders = new ArrayList<>();
    private final List<LockStack> lockStacks = new ArrayList<>();
    private final Map<Integer, WindowThread> threads = new HashMap<>();
    private @Nullable WindowEnd end;
    private @Nullable String damage;
    private long events;
    private long refused;

    WindowTrace(long window) {
        this.window = window;
    }

    /** Takes an event of this window, in any order. */
    void add(TraceEvent event) {
        events++;
        if (event instanceof FieldAccess access) {
            accesses.add(access);
        } else if (event instanceof AccessStack stack) {
            stacks.add(stack);
        } else if (event instanceof AccessTally tally) {
            tallies.add(tally);
        } else if (event instanceof TaskSubmission submission) {
            submissions.add(submission);
        } else if (event instanceof Edge edge) {
            edges.add(edge);
        } else if (event instanceof LockSetMember member) {
            lockSetMembers.add(member);
        } else if (event instanceof LockOrder order) {
            lockOrders.add(order);
        } else if (event instanceof LockStack lockStack) {
            lockStacks.add(lockStack);
        } else if (event instanceof WindowThread thread) {
            threads.put(thread.thread(), thread);
        } else if (event instanceof WindowEnd last) {
            end = last;
        }
    }

    /** Takes an event for which there is no room: the window is incomplete and keeps nothing but its end. */
    void refuse(TraceEvent event, String reason) {
        events++;
        if (event instanceof WindowEnd last) {
            end = last;
        }
        refused += 1 + size();
        damage(reason);
        accesses.clear();
        stacks.clear();
        tallies.clear();
        submissions.clear();
        edges.clear();
        lockSetMembers.clear();
        lockOrders.clear();
        lockStacks.clear();
        threads.clear();
    }

    /** Marks the window incomplete; the first reason is kept. */
    void damage(String reason) {
        if (damage == null) {
            damage = reason;
        }
    }

    /** Number of events that are kept in memory. */
    int size() {
        return accesses.size()
                + stacks.size()
                + tallies.size()
                + submissions.size()
                + edges.size()
                + lockSetMembers.size()
                + lockOrders.size()
                + lockStacks.size()
                + threads.size();
    }

    /** Number of events that were thrown away for lack of room. */
    long refused() {
        return refused;
    }

    /** Why the window is incomplete although its events may all be here; null where nothing is known against it. */
    @Nullable
    String damage() {
        return damage;
    }

    /** Number of the window in its instance. */
    public long window() {
        return window;
    }

    /** Number of events that arrived, kept or not. */
    public long events() {
        return events;
    }

    /** The agent's word on the end of the window, or null while it is out. */
    public @Nullable WindowEnd end() {
        return end;
    }

    /** The accesses in program order, thread by thread, with those that were emitted twice. */
    List<FieldAccess> accessesAsEmitted() {
        accesses.sort(PROGRAM_ORDER);
        return Collections.unmodifiableList(accesses);
    }

    /** The accesses in program order, thread by thread, each once. */
    public List<FieldAccess> accesses() {
        List<FieldAccess> distinct = new ArrayList<>(accesses.size());
        for (FieldAccess access : accessesAsEmitted()) {
            if (distinct.isEmpty() || PROGRAM_ORDER.compare(distinct.get(distinct.size() - 1), access) != 0) {
                distinct.add(access);
            }
        }
        return distinct;
    }

    /** The stacks as they arrived. */
    public List<AccessStack> stacks() {
        return Collections.unmodifiableList(stacks);
    }

    /** The tallies as they arrived. */
    public List<AccessTally> tallies() {
        return Collections.unmodifiableList(tallies);
    }

    /** The submissions of tasks as they arrived. */
    public List<TaskSubmission> submissions() {
        return Collections.unmodifiableList(submissions);
    }

    /** The edges as they arrived. */
    public List<Edge> edges() {
        return Collections.unmodifiableList(edges);
    }

    /** The members of the lock sets as they arrived. */
    public List<LockSetMember> lockSetMembers() {
        return Collections.unmodifiableList(lockSetMembers);
    }

    /** The locks taken under others, as they arrived. */
    public List<LockOrder> lockOrders() {
        return Collections.unmodifiableList(lockOrders);
    }

    /** The samples of threads that wait for locks or hold them, as they arrived. */
    public List<LockStack> lockStacks() {
        return Collections.unmodifiableList(lockStacks);
    }

    /** The threads by number. */
    public Map<Integer, WindowThread> threads() {
        return Collections.unmodifiableMap(threads);
    }

    /** Whether the thread counts as one with others. */
    public boolean isMerged(int thread) {
        WindowThread known = threads.get(thread);
        return known != null && known.merged();
    }

    /** How many threads count as one. */
    public int mergedThreads() {
        return (int) threads.values().stream().filter(WindowThread::merged).count();
    }

    /** Name of a thread of this window; its number where the event that names it is missing. */
    public String threadName(int thread) {
        WindowThread known = threads.get(thread);
        return known == null ? "thread " + thread : known.name();
    }
}
