package dev.photofinish.conformance.queue;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

@Scenario(
        value = "Workers take tasks from one queue and put results into another",
        go = {"NoRaceProducerConsumerUnbuffered", "NoRaceSelectReadWriteAsync"})
@Clean
final class WorkersAndResults implements Program {
    private final BlockingQueue<Task> tasks = new LinkedBlockingQueue<>();
    private final BlockingQueue<Task> results = new LinkedBlockingQueue<>();

    @Override
    public void run() throws Exception {
        Thread one = Threads.start(this::work);
        Thread other = Threads.start(this::work);
        for (int i = 0; i < 20; i++) {
            Task task = new Task();
            task.input = i;
            tasks.put(task);
        }
        int sum = 0;
        for (int i = 0; i < 20; i++) {
            sum += results.take().output;
        }
        Check.equal(380, sum);
        Threads.join(one);
        Threads.join(other);
    }

    private void work() throws InterruptedException {
        for (int i = 0; i < 10; i++) {
            Task task = tasks.take();
            task.output = 2 * task.input;
            results.put(task);
        }
    }

    static final class Task {
        int input;
        int output;
    }
}
