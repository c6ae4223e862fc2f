package dev.photofinish.conformance.fields;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;

@Scenario(
        value = "Many short-lived objects whose addresses and identity hashes are used again",
        go = {"NoRaceHeapReallocation", "NoRaceTinyAlloc", "NoRaceDeferAtomicStore"})
@Clean
final class ShortLivedObjects implements Program {
    private int sum; // guarded by this

    @Override
    public void run() throws Exception {
        Threads.concurrently(this::work, this::work);
        Check.equal(100_000, sum);
    }

    private void work() {
        int own = 0;
        for (int i = 0; i < 50_000; i++) {
            Cell cell = new Cell();
            cell.value = System.identityHashCode(cell);
            own += cell.value == System.identityHashCode(cell) ? 1 : 0;
        }
        synchronized (this) {
            sum += own;
        }
    }

    static final class Cell {
        int value;
    }
}
