package dev.photofinish.conformance.queue;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Step;
import dev.photofinish.conformance.Threads;
import java.util.concurrent.PriorityBlockingQueue;

@Scenario("A priority queue compares elements that other threads have put")
@Clean
final class PriorityCompared implements Program {
    private final PriorityBlockingQueue<Job> queue = new PriorityBlockingQueue<>();

    @Override
    public void run() throws Exception {
        Step producer = () -> {
            for (int i = 0; i < 20; i++) {
                queue.put(new Job(i));
            }
        };
        Threads.concurrently(producer, producer, () -> {
            int sum = 0;
            for (int i = 0; i < 40; i++) {
                sum += queue.take().priority;
            }
            Check.equal(380, sum);
        });
    }

    static final class Job implements Comparable<Job> {
        int priority;

        Job(int priority) {
            this.priority = priority;
        }

        @Override
        public int compareTo(Job other) {
            return Integer.compare(priority, other.priority);
        }
    }
}
