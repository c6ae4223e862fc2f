package dev.photofinish.conformance.executor;

import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.outside.Marker;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.SubmissionPublisher;

@Scenario("What the publisher writes after submitting is not ordered before the subscriber")
@Races("payload")
final class PublishedLater implements Program {
    private final Marker written = new Marker();
    private final Marker seen = new Marker();
    int payload;

    @Override
    public void run() throws Exception {
        try (SubmissionPublisher<String> publisher = new SubmissionPublisher<>()) {
            CompletableFuture<Void> consumed = publisher.consume(item -> {
                written.spin();
                payload = 2;
                seen.reach();
            });
            publisher.submit("item");
            payload = 1;
            written.reach();
            seen.await();
            publisher.close();
            consumed.join();
        }
    }
}
