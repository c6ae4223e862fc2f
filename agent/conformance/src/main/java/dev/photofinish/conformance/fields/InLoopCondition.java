package dev.photofinish.conformance.fields;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.util.function.Supplier;

@Scenario(
        value = "The condition of a loop reads through an interface",
        go = {"NoRaceForInfiniteLoop", "NoRaceForIncr", "NoRaceRangeIssue5446", "NoRaceCase", "NoRaceEnoughRegisters"})
@Clean
final class InLoopCondition implements Program {
    int count;
    double sum;

    @Override
    public void run() throws Exception {
        Thread thread = Threads.start(() -> {
            Supplier<Boolean> again = () -> count > 3;
            while (again.get()) {
                count++;
            }
        });
        double x = 3.1415;
        double polynomial = 1 + x * (2 + x * (3 + x * (4 + x * (5 + x * (6 + x * (7 + x * 8))))));
        for (double value : new double[] {polynomial, -polynomial, 1}) {
            sum += value;
        }
        switch ((int) sum) {
            case 0 -> sum = 2;
            case 1 -> sum = 3;
            default -> sum = 4;
        }
        for (int i = 0; i < 0; count++) {
            i++;
        }
        Threads.join(thread);
        Check.equal(3.0, sum);
    }
}
