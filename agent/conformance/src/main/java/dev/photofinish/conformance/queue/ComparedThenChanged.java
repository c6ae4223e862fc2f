package dev.photofinish.conformance.queue;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.TimeUnit;

@Scenario("An element is compared while another one is added, then taken and changed by a second thread")
@Clean
final class ComparedThenChanged implements Program {
    private final Marker added = new Marker();

    @Override
    public void run() throws Exception {
        BlockingQueue<Task> priorities = new PriorityBlockingQueue<>();
        DelayQueue<Task> delays = new DelayQueue<>();
        List<BlockingQueue<Task>> queues = List.of(priorities, delays);
        queues.forEach(queue -> queue.add(new Task(1)));
        Threads.concurrently(
                () -> {
                    queues.forEach(queue -> queue.add(new Task(2)));
                    added.reach();
                },
                () -> {
                    added.await();
                    for (BlockingQueue<Task> queue : queues) {
                        Task task = queue.take();
                        task.time += 10;
                        queue.add(task);
                    }
                });
        Check.equal(2L, priorities.take().time);
        Check.equal(2L, delays.take().time);
    }

    private static final class Task implements Delayed {
        long time;

        Task(long time) {
            this.time = time;
        }

        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(time - 1_000, TimeUnit.SECONDS);
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.compare(time, ((Task) other).time);
        }
    }
}
