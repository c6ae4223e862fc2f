package dev.photofinish.conformance.arrays;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;

@Scenario(
        value = "A String is made of chars that another thread changes",
        go = {"RaceSliceByteToString", "RaceSliceRuneToString"})
@Races("chars[]")
final class CharsOfText implements Program {
    private final char[] chars = {'a', 'b', 'c'};

    @Override
    public void run() throws Exception {
        Threads.concurrently(() -> chars[1] = 'x', () -> Check.equal(3, new String(chars).length()));
    }
}
