package dev.photofinish.conformance.executor;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import java.util.concurrent.Delayed;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RunnableScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

@Scenario("A pool that wraps its scheduled tasks")
@Clean
final class DecoratedTask implements Program {
    int payload;

    @Override
    public void run() throws Exception {
        Decorating pool = new Decorating();
        try {
            payload = 1;
            pool.schedule(() -> payload++, 1, TimeUnit.MILLISECONDS).get();
            payload++;
            Check.equal(3, payload);
        } finally {
            pool.shutdown();
        }
    }

    static final class Decorating extends ScheduledThreadPoolExecutor {
        Decorating() {
            super(2);
        }

        @Override
        protected <V> RunnableScheduledFuture<V> decorateTask(Runnable runnable, RunnableScheduledFuture<V> task) {
            return new Wrapped<>(task);
        }
    }

    static final class Wrapped<V> implements RunnableScheduledFuture<V> {
        private final RunnableScheduledFuture<V> task;
        private int runs;

        Wrapped(RunnableScheduledFuture<V> task) {
            this.task = task;
        }

        @Override
        public void run() {
            runs++;
            Check.equal(1, runs);
            task.run();
        }

        @Override
        public boolean isPeriodic() {
            return task.isPeriodic();
        }

        @Override
        public long getDelay(TimeUnit unit) {
            return task.getDelay(unit);
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
        }

        @Override
        public boolean cancel(boolean interrupt) {
            return task.cancel(interrupt);
        }

        @Override
        public boolean isCancelled() {
            return task.isCancelled();
        }

        @Override
        public boolean isDone() {
            return task.isDone();
        }

        @Override
        public V get() throws InterruptedException, ExecutionException {
            return task.get();
        }

        @Override
        public V get(long timeout, TimeUnit unit) throws InterruptedException, ExecutionException, TimeoutException {
            return task.get(timeout, unit);
        }
    }
}
