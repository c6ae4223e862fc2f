package dev.photofinish.conformance.evidence;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

@Scenario("Every access but that of a task in a pool holds the lock")
@Races("balance")
final class HalfGuarded implements Program {
    private static final int DEPOSITS = 20;

    private final Object lock = new Object();
    private final Marker deposited = new Marker();
    int balance;

    @Override
    public void run() throws Exception {
        ExecutorService pool = Executors.newSingleThreadExecutor(task -> new Thread(task, "reports-1-thread-1"));
        try {
            Future<Integer> report = submit(pool);
            Threads.concurrently(this::deposit);
            Check.that(report.get() <= DEPOSITS, "at most " + DEPOSITS);
        } finally {
            pool.shutdown();
        }
    }

    private void deposit() {
        Thread.currentThread().setName("depositor");
        for (int i = 0; i < DEPOSITS; i++) {
            synchronized (lock) {
                balance++;
            }
        }
        deposited.reach();
    }

    private Future<Integer> submit(ExecutorService pool) {
        return pool.submit(this::report);
    }

    private int report() throws Exception {
        deposited.await();
        return balance;
    }
}
