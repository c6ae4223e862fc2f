package dev.photofinish.conformance.executor;

import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;

@Scenario(value = "Two tasks of one StructuredTaskScope are not ordered by it", since = 21)
@Races("payload")
final class StructuredSiblings implements Program {
    int payload;

    @Override
    public void run() throws Exception {
        try (StructuredScope scope = StructuredScope.ofAll()) {
            scope.fork(() -> payload++);
            scope.fork(() -> payload++);
            scope.join();
        }
    }
}
