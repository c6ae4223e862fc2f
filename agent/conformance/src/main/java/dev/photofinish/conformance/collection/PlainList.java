package dev.photofinish.conformance.collection;

import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.util.ArrayList;
import java.util.List;

@Scenario(
        value = "Two threads add to an ArrayList",
        go = {"RaceSliceAppend", "RaceAppendRW"},
        needs = "accesses of collections: issue 3")
@Races("java.util.ArrayList")
final class PlainList implements Program {
    private final List<String> list = new ArrayList<>();

    @Override
    public void run() throws Exception {
        Threads.concurrently(() -> list.add("a"), () -> list.add("b"));
    }
}
