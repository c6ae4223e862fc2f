package dev.photofinish.conformance.arrays;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;

@Scenario(
        value = "arraycopy of objects: two readers of the source, and a writer of another range",
        go = {"NoRacePointerSliceWriteCopy", "NoRacePointerSliceCopyRead"})
@Clean
final class OtherRangeOfObjects implements Program {
    private final String[] source = {"a", "b", "c", "d"};
    private final String[] target = new String[8];

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    target[6] = "other";
                    Check.equal("b", source[1]);
                },
                () -> System.arraycopy(source, 0, target, 0, 4));
        Check.equal("b", target[1]);
    }
}
