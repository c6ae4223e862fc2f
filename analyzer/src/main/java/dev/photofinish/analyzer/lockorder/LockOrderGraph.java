package dev.photofinish.analyzer.lockorder;

import dev.photofinish.analyzer.finding.LockCycle;
import dev.photofinish.analyzer.order.HappensBefore;
import dev.photofinish.analyzer.trace.Edge;
import dev.photofinish.analyzer.trace.LockHandoff;
import dev.photofinish.analyzer.trace.LockOrder;
import dev.photofinish.analyzer.trace.LockSetMember;
import dev.photofinish.analyzer.trace.LockSets;
import dev.photofinish.analyzer.trace.SiteDictionary;
import dev.photofinish.analyzer.trace.WindowThread;
import dev.photofinish.analyzer.trace.WindowTrace;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which locks were taken under which, window after window. Bounded: the lock whose orders were looked at longest ago is
 * forgotten first, by which a cycle can be missed and none invented. Used by one thread.
 */
public final class LockOrderGraph {
    private static final int MAX_EDGES = 20_000;

    /** More than a thread holds at once, but for one that means to hurt. */
    private static final int MAX_HELD = 64;

    private final Map<LockId, Map<LockId, OrderEdge>> edges = new LinkedHashMap<>(16, 0.75f, true);
    private int edgeCount;
    private final Lifetimes lifetimes = new Lifetimes();

    /**
     * What a window gave.
     *
     * @param cycles that its orders close, with those of other windows too
     * @param orders its own, those of threads that can be told from others in other windows
     */
    public record Found(List<LockCycle> cycles, List<RememberedOrder> orders) {
        /** Of a window in which no lock was taken under another, or of which that is not known. */
        public static final Found NOTHING = new Found(List.of(), List.of());

        public Found {
            cycles = List.copyOf(cycles);
            orders = List.copyOf(orders);
        }
    }

    /** Knows again what an earlier process saw of the same instance, the earliest first. */
    public void remember(Collection<RememberedOrder> orders) {
        for (RememberedOrder order : orders) {
            add(new Acquisition(order.lastWindow(), null, order.taken()), order.firstWindow());
            lifetimes.seen(order.taken().javaThreadId(), order.firstWindow());
            lifetimes.seen(order.taken().javaThreadId(), order.lastWindow());
        }
    }

    /** Adds the orders of a complete window. */
    public Found add(WindowTrace trace, SiteDictionary sites) {
        for (WindowThread thread : trace.threads().values()) {
            if (thread.javaThreadId() > 0) {
                lifetimes.seen(thread.javaThreadId(), trace.window());
            }
        }
        List<Acquisition> fresh = acquisitions(trace, sites);
        if (fresh.isEmpty()) {
            return Found.NOTHING;
        }
        fresh.forEach(acquisition -> add(acquisition, trace.window()));
        Meeting meeting = new Meeting(trace.window(), order(trace, fresh), lifetimes);
        Map<String, LockCycle> cycles = new LinkedHashMap<>();
        CycleSearch search = new CycleSearch(this, meeting);
        for (Acquisition acquisition : fresh) {
            List<Acquisition> found = search.through(acquisition);
            if (!found.isEmpty()) {
                LockCycle cycle = Cycles.of(found);
                cycles.merge(cycle.fingerprint(), cycle, Cycles::graver);
            }
        }
        return new Found(List.copyOf(cycles.values()), remembered(trace.window(), fresh));
    }

    /** The witnesses that the window left, of threads that have an identity beyond it. */
    private List<RememberedOrder> remembered(long window, List<Acquisition> fresh) {
        Set<OrderEdge> touched = new LinkedHashSet<>();
        for (Acquisition acquisition : fresh) {
            OrderEdge edge = edge(acquisition.held(), acquisition.acquired());
            if (edge != null) {
                touched.add(edge);
            }
        }
        return touched.stream()
                .flatMap(edge -> edge.witnesses().stream())
                .filter(witness -> witness.window() == window && witness.taken().javaThreadId() > 0)
                .map(witness -> new RememberedOrder(window, window, witness.taken()))
                .toList();
    }

    private static List<Acquisition> acquisitions(WindowTrace trace, SiteDictionary sites) {
        LockSets sets = new LockSets(trace);
        List<Acquisition> acquisitions = new ArrayList<>();
        for (LockOrder order : trace.lockOrders()) {
            List<LockSetMember> held = sets.members(order.lockSet());
            WindowThread thread = trace.threads().get(order.thread());
            if (held == null || held.size() > MAX_HELD || thread == null || order.identity() == 0) {
                continue;
            }
            LockId acquired = new LockId(order.lockClass(), order.identity());
            Set<LockId> locks = held.stream().map(LockOrderGraph::id).collect(Collectors.toUnmodifiableSet());
            for (LockSetMember member : held) {
                if (member.identity() != 0 && !id(member).equals(acquired)) {
                    acquisitions.add(new Acquisition(
                            trace.window(),
                            new HappensBefore.Point(order.thread(), order.epoch()),
                            new NestedLock(
                                    thread.javaThreadId(),
                                    thread.name(),
                                    id(member),
                                    sites.find(heldAt(member, order)),
                                    acquired,
                                    sites.find(order.site()),
                                    locks,
                                    order.frames())));
                }
            }
        }
        return acquisitions;
    }

    /** A set of locks keeps the places of whoever held it first; where the last lock was taken, the order itself says. */
    private static int heldAt(LockSetMember member, LockOrder order) {
        boolean last = member.position() == member.size() - 1;
        return last && order.heldSite() != 0 ? order.heldSite() : member.site();
    }

    private static LockId id(LockSetMember member) {
        return new LockId(member.lockClass(), member.identity());
    }

    /** What comes before what for other reasons than locks: those only say who was quicker this time. */
    private static HappensBefore order(WindowTrace trace, List<Acquisition> acquisitions) {
        List<Edge> edges = trace.edges().stream()
                .filter(edge -> !(edge instanceof LockHandoff))
                .toList();
        List<HappensBefore.Point> points =
                acquisitions.stream().map(Acquisition::point).toList();
        return HappensBefore.replay(trace, edges, points);
    }

    private void add(Acquisition acquisition, long firstWindow) {
        Map<LockId, OrderEdge> under = edges.computeIfAbsent(acquisition.held(), lock -> new LinkedHashMap<>());
        OrderEdge edge = under.get(acquisition.acquired());
        if (edge == null) {
            edge = new OrderEdge();
            under.put(acquisition.acquired(), edge);
            edgeCount++;
        }
        edge.add(acquisition, firstWindow);
        while (edgeCount > MAX_EDGES) {
            Iterator<Map<LockId, OrderEdge>> oldest = edges.values().iterator();
            edgeCount -= oldest.next().size();
            oldest.remove();
        }
    }

    /** The locks taken under this one. */
    Map<LockId, OrderEdge> under(LockId lock) {
        return edges.getOrDefault(lock, Map.of());
    }

    /** The order between two locks; null where it is not known. */
    @Nullable
    OrderEdge edge(LockId held, LockId acquired) {
        return under(held).get(acquired);
    }
}
