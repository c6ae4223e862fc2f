package dev.photofinish.conformance.queue;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Step;
import dev.photofinish.conformance.Threads;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;

@Scenario("A delay queue asks elements that other threads have put for their delay")
@Clean
final class DelayedElements implements Program {
    private final DelayQueue<Late> queue = new DelayQueue<>();

    @Override
    public void run() throws Exception {
        Step producer = () -> {
            for (int i = 0; i < 10; i++) {
                queue.put(new Late(i));
            }
        };
        Threads.concurrently(producer, producer, () -> {
            int sum = 0;
            for (int i = 0; i < 20; i++) {
                sum += queue.take().millis;
            }
            Check.equal(90, sum);
        });
    }

    static final class Late implements Delayed {
        private final long start = System.nanoTime();
        int millis;

        Late(int millis) {
            this.millis = millis;
        }

        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(start + millis * 1_000_000L - System.nanoTime(), TimeUnit.NANOSECONDS);
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
        }
    }
}
