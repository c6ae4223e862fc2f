package dev.photofinish.conformance.executor;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import java.util.concurrent.CountedCompleter;
import org.jspecify.annotations.Nullable;

@Scenario("A CountedCompleter completes after all of its parts")
@Clean
final class CompleterTree implements Program {
    private static final int SIZE = 64;

    @Override
    public void run() throws Exception {
        for (int i = 0; i < 10; i++) {
            Sum root = new Sum(null, 0, SIZE);
            root.invoke();
            Check.equal(SIZE, root.sum);
        }
    }

    static final class Sum extends CountedCompleter<Void> {
        private static final long serialVersionUID = 1;
        private final int from;
        private final int to;
        private @Nullable Sum left;
        private @Nullable Sum right;
        int sum;

        Sum(@Nullable Sum parent, int from, int to) {
            super(parent);
            this.from = from;
            this.to = to;
        }

        @Override
        public void compute() {
            if (to - from == 1) {
                sum = 1;
            } else {
                int middle = (from + to) >>> 1;
                left = new Sum(this, from, middle);
                right = new Sum(this, middle, to);
                setPendingCount(2);
                left.fork();
                right.fork();
            }
            tryComplete();
        }

        @Override
        public void onCompletion(CountedCompleter<?> caller) {
            if (left != null && right != null) {
                sum = left.sum + right.sum;
            }
        }
    }
}
