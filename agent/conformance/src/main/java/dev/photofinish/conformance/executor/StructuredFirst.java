package dev.photofinish.conformance.executor;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import java.util.concurrent.CountDownLatch;

@Scenario(
        value = "A StructuredTaskScope is joined when its first task has succeeded, while another one goes on",
        since = 21)
@Clean
final class StructuredFirst implements Program {
    private final CountDownLatch never = new CountDownLatch(1);
    int payload;

    @Override
    public void run() throws Exception {
        try (StructuredScope scope = StructuredScope.ofFirst()) {
            scope.fork(() -> {
                never.await();
                return 0;
            });
            scope.fork(() -> {
                payload = 1;
                return 1;
            });
            scope.join();
            payload++;
        }
        Check.equal(2, payload);
    }
}
