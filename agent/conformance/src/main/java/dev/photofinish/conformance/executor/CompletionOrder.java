package dev.photofinish.conformance.executor;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

@Scenario("A completion service hands over finished tasks")
@Clean
final class CompletionOrder implements Program {
    @Override
    public void run() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            CompletionService<Parcel> finished = new ExecutorCompletionService<>(pool);
            for (int i = 0; i < 4; i++) {
                finished.submit(Parcel::packed);
            }
            for (int i = 0; i < 4; i++) {
                Check.equal(1, finished.take().get().weight++);
            }
        } finally {
            pool.shutdown();
        }
    }

    static final class Parcel {
        int weight;

        static Parcel packed() {
            Parcel parcel = new Parcel();
            parcel.weight = 1;
            return parcel;
        }
    }
}
