package dev.photofinish.conformance.arrays;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.nio.charset.StandardCharsets;

@Scenario(
        value = "A text is made of an array that another thread writes",
        go = {"RaceSliceByteToString", "RaceSliceRuneToString"})
@Races({"bytes[]", "runes[]"})
final class TextOfArray implements Program {
    private final byte[] bytes = new byte[10];
    private final int[] runes = {65, 66, 67};

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    bytes[0] = 42;
                    runes[2] = 68;
                },
                () -> {
                    Check.equal(10, new String(bytes, StandardCharsets.ISO_8859_1).length());
                    Check.equal(3, new String(runes, 0, 3).length());
                });
    }
}
