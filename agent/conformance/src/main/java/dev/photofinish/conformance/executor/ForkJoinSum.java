package dev.photofinish.conformance.executor;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RecursiveAction;

@Scenario("fork orders the subtask, join its result")
@Clean
final class ForkJoinSum implements Program {
    @Override
    public void run() throws Exception {
        ForkJoinPool pool = new ForkJoinPool(2);
        try {
            Sum whole = new Sum(0, 1_000);
            pool.invoke(whole);
            Check.equal(499_500, whole.sum);
        } finally {
            pool.shutdown();
        }
    }

    static final class Sum extends RecursiveAction {
        private static final long serialVersionUID = 1L;
        int begin;
        int end;
        int sum;

        Sum(int begin, int end) {
            this.begin = begin;
            this.end = end;
        }

        @Override
        protected void compute() {
            if (end - begin <= 100) {
                for (int i = begin; i < end; i++) {
                    sum += i;
                }
            } else {
                int middle = (begin + end) / 2;
                Sum left = new Sum(begin, middle);
                Sum right = new Sum(middle, end);
                left.fork();
                right.compute();
                left.join();
                sum = left.sum + right.sum;
            }
        }
    }
}
