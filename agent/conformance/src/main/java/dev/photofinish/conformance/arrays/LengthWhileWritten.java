package dev.photofinish.conformance.arrays;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.util.function.Supplier;

@Scenario(
        value = "The length of an array is read while another thread writes an element",
        go = {
            "NoRaceSliceWriteCap",
            "NoRaceSliceLenCap",
            "NoRaceSliceRangeWrite",
            "NoRaceStructSlicesRangeWrite",
            "NoRaceSliceWriteSlice",
            "NoRaceSliceWriteSlice2",
            "NoRaceAddrExpr"
        })
@Clean
final class LengthWhileWritten implements Program {
    private final double[] values = new double[10];
    private final int[] others = new int[10];

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    values[2] = 1.0;
                    others[5] = 5;
                },
                () -> {
                    int count = 0;
                    for (int i = 0; i < values.length; i++) {
                        count++;
                    }
                    Check.equal(10, count);
                    Check.equal(5, new Range(values, 5, values.length).length());
                    Supplier<Integer> unused = () -> others[5];
                    Check.that(unused != null, "a supplier");
                });
        Check.equal(6.0, values[2] + others[5]);
    }

    private static final class Range {
        private final double[] values;
        private final int from;
        private final int to;

        Range(double[] values, int from, int to) {
            this.values = values;
            this.from = from;
            this.to = to;
        }

        int length() {
            return Math.min(to, values.length) - from;
        }
    }
}
