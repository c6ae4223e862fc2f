package dev.photofinish.conformance.arrays;

import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;

@Scenario(value = "The one-element array that a lambda captured", needs = "accesses of array elements: issue 3")
@Races("int[]")
final class CapturedHolder implements Program {
    @Override
    public void run() throws Exception {
        int[] holder = {0};
        Threads.concurrently(() -> holder[0]++, () -> holder[0]++);
    }
}
