package dev.photofinish.conformance.collection;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.util.NavigableMap;
import java.util.TreeMap;

@Scenario(value = "The values of a map are read while another thread puts", go = {"RaceMapLen"})
@Races("map[java.util.TreeMap]")
final class ViewOfMap implements Program {
    private final NavigableMap<Integer, String> map = new TreeMap<>();

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> Check.that(map.headMap(5, true).values().size() <= 1, "at most one"), () -> map.put(1, "1"));
    }
}
