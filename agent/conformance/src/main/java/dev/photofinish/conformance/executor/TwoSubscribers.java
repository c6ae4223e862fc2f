package dev.photofinish.conformance.executor;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.SubmissionPublisher;
import org.jspecify.annotations.Nullable;

@Scenario("A publisher with two subscribers, each of which is signalled in order")
@Clean
final class TwoSubscribers implements Program {
    @Override
    public void run() throws Exception {
        Summing one = new Summing();
        Summing two = new Summing();
        try (SubmissionPublisher<Item> publisher = new SubmissionPublisher<>(ForkJoinPool.commonPool(), 4)) {
            publisher.subscribe(one);
            publisher.subscribe(two);
            for (int i = 0; i < 50; i++) {
                publisher.submit(new Item(i));
            }
        }
        one.completed.await();
        two.completed.await();
        Check.equal(2_450, one.sum + two.sum);
    }

    static final class Item {
        int value;

        Item(int value) {
            this.value = value;
        }
    }

    static final class Summing implements Flow.Subscriber<Item> {
        private final CountDownLatch completed = new CountDownLatch(1);
        private Flow.@Nullable Subscription subscription;
        int sum;

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            this.subscription = subscription;
            subscription.request(1);
        }

        @Override
        public void onNext(Item item) {
            sum += item.value;
            Objects.requireNonNull(subscription).request(1);
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
