package dev.photofinish.conformance.arrays;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.util.Arrays;

@Scenario(
        value = "The field that holds an array is replaced while another thread uses the array",
        go = {
            "RaceSliceRangeAppend",
            "RaceSliceVarRange",
            "RaceSliceVarAppend",
            "RaceSliceVarCopy",
            "RaceSliceVarCopy2",
            "RaceSliceSlice",
            "RaceSliceWriteSlice",
            "RaceAsFunc1"
        })
@Races({"looped", "grown", "copiedTo", "copiedFrom", "sliced", "assigned"})
final class ArrayFieldsReplaced implements Program {
    int[] looped = new int[10];
    int[] grown = new int[10];
    int[] copiedTo = new int[10];
    int[] copiedFrom = new int[10];
    int[] sliced = new int[10];
    byte[] assigned = {};

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    looped = new int[20];
                    grown = new int[20];
                    copiedTo = new int[20];
                    copiedFrom = new int[20];
                    sliced = new int[20];
                    assigned = bytes();
                },
                () -> {
                    int count = 0;
                    for (int i = 0; i < looped.length; i++) {
                        count++;
                    }
                    Check.that(count <= 20, "a count");
                    Check.equal(30, Arrays.copyOf(grown, 30).length);
                    System.arraycopy(new int[10], 0, copiedTo, 0, 10);
                    System.arraycopy(copiedFrom, 0, new int[10], 0, 10);
                    Check.equal(1, Arrays.copyOfRange(sliced, 2, 3).length);
                    Check.that(assigned.length <= 5, "a length");
                });
    }

    private static byte[] bytes() {
        return new byte[5];
    }
}
