package dev.photofinish.conformance.finals;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;
import java.util.List;

@Scenario("An immutable list published by a race: its content is reached through final fields")
@Races("shared")
final class ListOfRacily implements Program {
    private final Marker published = new Marker();
    List<String> shared = List.of();

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    shared = List.of("a", "b", "c");
                    published.reach();
                },
                () -> {
                    published.await();
                    Check.that(String.join("", shared).length() <= 3, "at most three letters");
                });
    }
}
