package dev.photofinish.conformance.fields;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;

@Scenario(
        value = "The header of a loop writes and reads what another thread accesses",
        go = {"RaceForInit", "RaceRange"})
@Races({"start", "variable"})
final class InLoopHeader implements Program {
    private final int[] values = {1, 2};
    int start;
    int variable;

    @Override
    public void run() throws Exception {
        Marker reading = new Marker();
        Thread reader = Threads.start(() -> {
            Check.that(start <= 42, "a start");
            reading.reach();
        });
        reading.await();
        for (start = 42; start > 42; ) {
            start--;
        }
        Threads.join(reader);
        Thread[] readers = new Thread[values.length];
        for (int i = 0; i < values.length; i++) {
            Marker read = new Marker();
            variable = values[i];
            readers[i] = Threads.start(() -> {
                Check.that(variable <= 2, "a value");
                read.reach();
            });
            read.await();
        }
        for (Thread thread : readers) {
            Threads.join(thread);
        }
    }
}
