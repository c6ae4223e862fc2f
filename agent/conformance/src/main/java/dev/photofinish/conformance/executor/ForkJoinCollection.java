package dev.photofinish.conformance.executor;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.RecursiveAction;

@Scenario("invokeAll of a collection comes before and after its tasks")
@Clean
final class ForkJoinCollection implements Program {
    int factor;

    @Override
    public void run() throws Exception {
        ForkJoinPool pool = new ForkJoinPool(3);
        try {
            factor = 2;
            Cells cells = new Cells();
            pool.invoke(cells);
            factor = 3;
            Check.equal(40, cells.sum);
        } finally {
            pool.shutdown();
        }
    }

    final class Cells extends RecursiveAction {
        private static final long serialVersionUID = 1;
        int sum;

        @Override
        protected void compute() {
            List<Part> parts = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                parts.add(new Part());
            }
            ForkJoinTask.invokeAll(parts);
            for (Part part : parts) {
                sum += part.value;
            }
        }
    }

    final class Part extends RecursiveAction {
        private static final long serialVersionUID = 1;
        int value;

        @Override
        protected void compute() {
            value = factor;
        }
    }
}
