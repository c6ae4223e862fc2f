package dev.photofinish.conformance.executor;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;

@Scenario(value = "A task is forked in a StructuredTaskScope and joined", since = 21)
@Clean
final class StructuredTasks implements Program {
    int payload;

    @Override
    public void run() throws Exception {
        try (StructuredScope scope = StructuredScope.ofAll()) {
            payload = 1;
            scope.fork(() -> payload++);
            scope.join();
            payload++;
        }
        Check.equal(3, payload);
    }
}
