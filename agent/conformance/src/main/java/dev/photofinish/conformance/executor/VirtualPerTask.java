package dev.photofinish.conformance.executor;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

@Scenario(value = "A virtual thread per task", since = 21)
@Clean
final class VirtualPerTask implements Program {
    int payload;

    @Override
    public void run() throws Exception {
        ExecutorService pool = (ExecutorService)
                Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
        try {
            payload = 1;
            pool.submit(() -> payload++).get();
            payload++;
            Check.equal(3, payload);
        } finally {
            pool.shutdown();
        }
    }
}
