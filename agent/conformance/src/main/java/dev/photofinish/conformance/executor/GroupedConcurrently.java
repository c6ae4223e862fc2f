package dev.photofinish.conformance.executor;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import java.util.Map;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

@Scenario("groupingByConcurrent accumulates into one container from several threads, under its lock")
@Clean
final class GroupedConcurrently implements Program {
    private static final int ROUNDS = 20;
    private static final int NUMBERS = 2_000;

    @Override
    public void run() {
        for (int round = 0; round < ROUNDS; round++) {
            Map<Integer, Sum> sums = IntStream.range(0, NUMBERS)
                    .parallel()
                    .boxed()
                    .collect(Collectors.groupingByConcurrent(
                            number -> number % 2, Collector.of(Sum::new, Sum::add, Sum::plus)));
            Check.equal(
                    NUMBERS, sums.values().stream().mapToInt(sum -> sum.count).sum());
        }
    }

    private static final class Sum {
        int count;

        void add(int number) {
            count++;
        }

        Sum plus(Sum other) {
            count += other.count;
            return this;
        }
    }
}
