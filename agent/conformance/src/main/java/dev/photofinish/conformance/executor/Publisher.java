package dev.photofinish.conformance.executor;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;

@Scenario(value = "A SubmissionPublisher hands items to its subscriber")
@Clean
final class Publisher implements Program {
    @Override
    public void run() throws Exception {
        Summing subscriber = new Summing();
        try (SubmissionPublisher<Item> publisher = new SubmissionPublisher<>()) {
            publisher.subscribe(subscriber);
            for (int i = 0; i < 5; i++) {
                Item item = new Item();
                item.value = 1;
                publisher.submit(item);
            }
        }
        subscriber.completed.await();
        Check.equal(5, subscriber.sum);
    }

    static final class Item {
        int value;
    }

    static final class Summing implements Flow.Subscriber<Item> {
        private final CountDownLatch completed = new CountDownLatch(1);
        int sum;

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(Item item) {
            sum += item.value;
        }

        @Override
        public void onError(Throwable failure) {
            completed.countDown();
        }

        @Override
        public void onComplete() {
            completed.countDown();
        }
    }
}
