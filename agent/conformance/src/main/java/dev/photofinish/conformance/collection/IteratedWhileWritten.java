package dev.photofinish.conformance.collection;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

@Scenario(value = "One thread iterates over a list, another adds to it", go = {"RaceMapRange", "RaceMapRange2"})
@Races("list[java.util.ArrayList]")
final class IteratedWhileWritten implements Program {
    private final List<String> list = new ArrayList<>();

    @Override
    public void run() throws Exception {
        list.add("a");
        Marker marker = new Marker();
        Threads.concurrently(
                () -> {
                    Iterator<String> elements = list.iterator();
                    Check.equal("a", elements.next());
                    marker.reach();
                },
                () -> {
                    marker.await();
                    list.add("b");
                });
    }
}
