package dev.photofinish.conformance.arrays;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.util.Arrays;

@Scenario(
        value = "Bulk reads of arrays of each kind while another thread writes an element",
        go = {
            "RaceSliceCopyWrite3",
            "RacePointerSliceCopyWrite2",
            "RacePointerSliceCopyRead",
            "RaceSliceAppendWrite",
            "RaceSliceAppendSlice",
            "RaceSliceAppendSlice2",
            "RacePointerSliceAppendWrite",
            "RacePointerSliceAppendSlice",
            "RacePointerSliceAppendSlice2",
            "RaceArrayCopy"
        })
@Races({"filled[]", "source[]", "target[]", "grown[]", "grownObjects[]", "cloned[]"})
final class BulkReadWhileWritten implements Program {
    private final byte[] filled = new byte[10];
    private final String[] source = new String[10];
    private final String[] target = new String[10];
    private final int[] grown = new int[10];
    private final String[] grownObjects = new String[10];
    private final long[] cloned = new long[10];

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    filled[7] = 1;
                    source[5] = "new";
                    target[5] = "new";
                    grown[0] = 42;
                    grownObjects[0] = "new";
                    cloned[0] = 42;
                },
                () -> {
                    Arrays.fill(filled, (byte) 2);
                    System.arraycopy(source, 0, target, 0, 10);
                    Check.equal(20, Arrays.copyOf(grown, 20).length);
                    Check.equal(20, Arrays.copyOf(grownObjects, 20).length);
                    Check.equal(10, cloned.clone().length);
                });
    }
}
