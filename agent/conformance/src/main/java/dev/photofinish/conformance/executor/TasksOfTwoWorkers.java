package dev.photofinish.conformance.executor;

import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.outside.Marker;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

@Scenario(value = "Two tasks in two threads of one pool", go = "RaceWaitGroup")
@Races("counted")
final class TasksOfTwoWorkers implements Program {
    private final Marker one = new Marker();
    private final Marker other = new Marker();
    int counted;

    @Override
    public void run() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            Future<?> first = pool.submit(() -> count(one, other));
            Future<?> second = pool.submit(() -> count(other, one));
            first.get();
            second.get();
        } finally {
            pool.shutdown();
        }
    }

    private @Nullable Object count(Marker own, Marker foreign) throws InterruptedException {
        own.reach();
        foreign.await();
        counted++;
        return null;
    }
}
