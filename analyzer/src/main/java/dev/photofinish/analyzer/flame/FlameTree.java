package dev.photofinish.analyzer.flame;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.photofinish.analyzer.finding.Frame;
import dev.photofinish.analyzer.finding.Saturating;
import dev.photofinish.analyzer.finding.WeightedStack;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Stacks merged from their outermost frame on. A node's time is that of all stacks through it.
 *
 * <p>Bounded: what is smaller than {@link #smallest} becomes one node beside its siblings, and smallest is as large as it takes to
 * have no more than a number of nodes. What is called deeper than {@link #MAX_DEPTH}, which is the JVM's own bound on recorded
 * stacks, goes to the account of the frame at that depth.
 */
final class FlameTree {
    static final String ROOT = "all";
    static final String SMALL = "(small)";
    static final int MAX_DEPTH = 2_048;

    private static final int MAX_NODES = 20_000;
    private static final double SMALLEST_SHARE = 0.000_5;

    private final Node root = new Node();
    private final double smallest;

    private FlameTree(Collection<WeightedStack> stacks, int maxNodes) {
        for (WeightedStack stack : stacks) {
            if (stack.nanos() > 0) {
                add(stack.frames(), stack.nanos());
            }
        }
        double bound = root.nanos * SMALLEST_SHARE;
        while (root.nodes(bound) > maxNodes) {
            bound *= 2;
        }
        smallest = bound;
    }

    static FlameTree of(Collection<WeightedStack> stacks) {
        return of(stacks, MAX_NODES);
    }

    static FlameTree of(Collection<WeightedStack> stacks, int maxNodes) {
        return new FlameTree(stacks, maxNodes);
    }

    private void add(List<Frame> frames, long nanos) {
        Node node = root;
        node.nanos = Saturating.add(node.nanos, nanos);
        int last = Math.max(0, frames.size() - MAX_DEPTH);
        for (int i = frames.size() - 1; i >= last; i--) {
            node = node.children.computeIfAbsent(FrameNames.shown(frames.get(i)), name -> new Node());
            node.nanos = Saturating.add(node.nanos, nanos);
        }
    }

    long nanos() {
        return root.nanos;
    }

    /** The share of all time below which a frame has no name. */
    double smallestShare() {
        return smallest / root.nanos;
    }

    boolean hasSmall() {
        return root.hasSmall(smallest);
    }

    /** Writes {@code {"name": …, "value": nanos, "children": […]}}. */
    void write(JsonGenerator json) throws IOException {
        root.write(json, ROOT, smallest);
    }

    private static final class Node {
        private final Map<String, Node> children = new TreeMap<>();
        private long nanos;

        /** The nodes that are written of this one. */
        int nodes(double smallest) {
            int nodes = 1;
            boolean small = false;
            for (Node child : children.values()) {
                if (child.nanos < smallest) {
                    small = true;
                } else {
                    nodes += child.nodes(smallest);
                }
            }
            return small ? nodes + 1 : nodes;
        }

        boolean hasSmall(double smallest) {
            for (Node child : children.values()) {
                if (child.nanos < smallest || child.hasSmall(smallest)) {
                    return true;
                }
            }
            return false;
        }

        void write(JsonGenerator json, String name, double smallest) throws IOException {
            json.writeStartObject();
            json.writeStringField("name", name);
            json.writeNumberField("value", nanos);
            if (!children.isEmpty()) {
                json.writeArrayFieldStart("children");
                long small = 0;
                for (Map.Entry<String, Node> child : children.entrySet()) {
                    if (child.getValue().nanos < smallest) {
                        small = Saturating.add(small, child.getValue().nanos);
                    } else {
                        child.getValue().write(json, child.getKey(), smallest);
                    }
                }
                if (small > 0) {
                    writeSmall(json, small);
                }
                json.writeEndArray();
            }
            json.writeEndObject();
        }

        private static void writeSmall(JsonGenerator json, long nanos) throws IOException {
            json.writeStartObject();
            json.writeStringField("name", SMALL);
            json.writeNumberField("value", nanos);
            json.writeEndObject();
        }
    }
}
