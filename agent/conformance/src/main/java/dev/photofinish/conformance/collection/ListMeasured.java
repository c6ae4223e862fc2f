package dev.photofinish.conformance.collection;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;
import java.util.ArrayList;
import java.util.List;

@Scenario(
        value = "A list is measured while another thread adds to it",
        go = {"RaceAppendLenRW", "RaceAppendCapRW"})
@Races({"measured[java.util.ArrayList]", "enlarged[java.util.ArrayList]"})
final class ListMeasured implements Program {
    private final List<String> measured = new ArrayList<>();
    private final ArrayList<String> enlarged = new ArrayList<>();
    private final Marker added = new Marker();

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    measured.add("a");
                    enlarged.add("a");
                    added.reach();
                },
                () -> {
                    added.await();
                    Check.equal(1, measured.size());
                    enlarged.ensureCapacity(20);
                });
    }
}
