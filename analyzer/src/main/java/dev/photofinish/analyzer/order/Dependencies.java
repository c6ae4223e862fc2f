package dev.photofinish.analyzer.order;

import dev.photofinish.analyzer.trace.Edge;
import java.util.Arrays;
import java.util.List;

/**
 * Which acquire needs the clock of which: each the previous of its thread, and for each of its edges the last acquire of
 * the releaser before the release. Rows of numbers in one array each, because there may be millions.
 */
final class Dependencies {
    private final Rows edgesInto;
    private final Rows dependents;
    private final int[] incoming;

    Dependencies(Acquires acquires, ThreadIndex threads, List<Edge> edges) {
        int size = acquires.size();
        int[] targets = new int[edges.size()];
        int[] sources = new int[edges.size()];
        for (int i = 0; i < targets.length; i++) {
            Edge edge = edges.get(i);
            targets[i] = acquires.at(threads.of(edge.toThread()), edge.toEpoch());
            sources[i] = acquires.at(threads.of(edge.fromThread()), edge.fromEpoch());
        }
        incoming = new int[size];
        Rows.Builder into = new Rows.Builder(size);
        Rows.Builder out = new Rows.Builder(size);
        for (int i = 0; i < targets.length; i++) {
            into.add(targets[i], i);
            if (sources[i] != Acquires.NONE) {
                out.add(sources[i], targets[i]);
                incoming[targets[i]]++;
            }
        }
        for (int acquire = 0; acquire < size; acquire++) {
            if (acquires.previous(acquire) != Acquires.NONE) {
                out.add(acquires.previous(acquire), acquire);
                incoming[acquire]++;
            }
        }
        edgesInto = into.build();
        dependents = out.build();
    }

    /** Positions in the list of edges of those that end at the acquire, in the order of that list. */
    int[] edgesInto(int acquire) {
        return edgesInto.row(acquire);
    }

    /** The acquires that need this one's clock, once for each need. */
    int[] dependents(int acquire) {
        return dependents.row(acquire);
    }

    /** For each acquire, how many clocks it needs. The caller may change the array. */
    int[] incoming() {
        return incoming.clone();
    }

    /** For each acquire, how often its clock is needed. The caller may change the array. */
    int[] outgoing() {
        return dependents.sizes();
    }

    /** A list of numbers for each row, in one array. */
    private static final class Rows {
        private final int[] starts;
        private final int[] values;

        private Rows(int[] starts, int[] values) {
            this.starts = starts;
            this.values = values;
        }

        int[] row(int row) {
            return Arrays.copyOfRange(values, starts[row], starts[row + 1]);
        }

        int[] sizes() {
            int[] sizes = new int[starts.length - 1];
            for (int row = 0; row < sizes.length; row++) {
                sizes[row] = starts[row + 1] - starts[row];
            }
            return sizes;
        }

        /** Takes the pairs in any order; each row keeps the order in which its values came. */
        private static final class Builder {
            private final int rows;
            private int[] pairs = new int[64];
            private int size;

            Builder(int rows) {
                this.rows = rows;
            }

            void add(int row, int value) {
                if (size == pairs.length) {
                    pairs = Arrays.copyOf(pairs, size * 2);
                }
                pairs[size++] = row;
                pairs[size++] = value;
            }

            Rows build() {
                int[] starts = new int[rows + 1];
                for (int i = 0; i < size; i += 2) {
                    starts[pairs[i] + 1]++;
                }
                for (int row = 0; row < rows; row++) {
                    starts[row + 1] += starts[row];
                }
                int[] next = Arrays.copyOf(starts, rows);
                int[] values = new int[size / 2];
                for (int i = 0; i < size; i += 2) {
                    values[next[pairs[i]]++] = pairs[i + 1];
                }
                return new Rows(starts, values);
            }
        }
    }
}
