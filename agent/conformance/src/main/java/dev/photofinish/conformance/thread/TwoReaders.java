package dev.photofinish.conformance.thread;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;

@Scenario(value = "Two threads read what was written before both began", go = "NoRaceRange")
@Clean
final class TwoReaders implements Program {
    int payload;

    @Override
    public void run() throws Exception {
        payload = 7;
        Threads.concurrently(() -> Check.equal(7, payload), () -> Check.equal(7, payload));
        payload = 8;
    }
}
