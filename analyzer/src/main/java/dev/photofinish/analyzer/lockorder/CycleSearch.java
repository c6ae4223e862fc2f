package dev.photofinish.analyzer.lockorder;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Looks for a cycle that an acquisition closes, depth first, the shortest first. */
final class CycleSearch {
    /** Longer ones are real, and not met in practice. */
    private static final int MAX_LENGTH = 6;

    /** Looks at so many orders for all of one window: a graph may have more paths than there is time. */
    private static final int MAX_STEPS = 1_000_000;

    private final LockOrderGraph graph;
    private final Meeting meeting;
    private final List<Acquisition> path = new ArrayList<>();
    private final List<OrderEdge> pathEdges = new ArrayList<>();
    private int steps;

    CycleSearch(LockOrderGraph graph, Meeting meeting) {
        this.graph = graph;
        this.meeting = meeting;
    }

    /** The acquisitions of a cycle that begins with this one; empty where there is none. */
    List<Acquisition> through(Acquisition first) {
        OrderEdge edge = graph.edge(first.held(), first.acquired());
        if (edge == null) {
            return List.of();
        }
        for (int length = 2; length <= MAX_LENGTH; length++) {
            path.clear();
            pathEdges.clear();
            path.add(first);
            pathEdges.add(edge);
            if (close(first.held(), first.acquired(), length)) {
                return List.copyOf(path);
            }
        }
        return List.of();
    }

    private boolean close(LockId target, LockId from, int length) {
        boolean last = path.size() == length - 1;
        for (Map.Entry<LockId, OrderEdge> next : graph.under(from).entrySet()) {
            if (++steps > MAX_STEPS) {
                return false;
            }
            boolean reaches = next.getKey().equals(target);
            if (last != reaches || (!reaches && isOnPath(next.getKey()))) {
                continue;
            }
            for (Acquisition acquisition : next.getValue().witnesses()) {
                if (++steps > MAX_STEPS) {
                    return false;
                }
                if (meetsAll(acquisition, next.getValue())) {
                    path.add(acquisition);
                    pathEdges.add(next.getValue());
                    if (last || close(target, next.getKey(), length)) {
                        return true;
                    }
                    path.remove(path.size() - 1);
                    pathEdges.remove(pathEdges.size() - 1);
                }
            }
        }
        return false;
    }

    private boolean isOnPath(LockId lock) {
        return path.stream().anyMatch(step -> step.held().equals(lock));
    }

    private boolean meetsAll(Acquisition acquisition, OrderEdge edge) {
        for (int i = 0; i < path.size(); i++) {
            if (!meeting.isPossible(path.get(i), pathEdges.get(i), acquisition, edge)) {
                return false;
            }
        }
        return true;
    }
}
