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
    private final Marker begun = new Marker();
    private final Marker written = new Marker();
    int payload;

    @Override
    public void run() throws Exception {
        CompletableFuture<Void> consumed;
        try (SubmissionPublisher<String> publisher = new SubmissionPublisher<>()) {
            consumed = publisher.consume(item -> {
                begun.reach();
                written.spin();
                payload = 2;
            });
            publisher.submit("item");
            begun.await();
            payload = 1;
            written.reach();
        }
        consumed.join();
    }
}
