package dev.photofinish.conformance.fields;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;

@Scenario(
        value = "Two threads write different fields of one object",
        go = {"NoRaceStructFieldRW1", "NoRaceStructFieldRW2", "NoRaceComp", "NoRaceComp2"},
        alone = true)
@Clean
final class AdjacentFields implements Program {
    int left;
    int right;
    boolean one;
    boolean other;

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    left++;
                    one = true;
                },
                () -> {
                    right++;
                    other = true;
                });
        Check.equal(2, left + right);
        Check.that(one && other, "both");
    }
}
