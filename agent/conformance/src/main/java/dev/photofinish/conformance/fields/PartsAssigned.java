package dev.photofinish.conformance.fields;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;

@Scenario(
        value = "Parts of one value are assigned by one thread and read by another",
        go = {
            "RaceComplex128WW",
            "RaceBlockAs",
            "RaceBlockCall2",
            "RaceBlockCall3",
            "RaceBlockCall4",
            "RaceBlockCall5",
            "RaceBlockCall6",
            "RaceInterCall2"
        })
@Races({"Complex.re", "Complex.im", "left", "right", "first", "second", "argument"})
final class PartsAssigned implements Program {
    private final Complex complex = new Complex();
    int left = 1;
    int right = 2;
    int first;
    String second = "";
    int argument;

    @Override
    public void run() throws Exception {
        // Who loads a class takes locks of the class loader, which order what stands around it.
        Check.that(result().first == 42, "a result");
        task(0).run();
        Threads.concurrently(
                () -> {
                    complex.set(2, 2);
                    left = 42;
                    right = 43;
                    Result result = result();
                    first = result.first;
                    second = result.second;
                    argument = 42;
                },
                () -> {
                    complex.set(4, 4);
                    int swapped = left;
                    left = right;
                    right = swapped;
                    Check.that(first <= 42 && second.length() <= 2, "a result");
                    Runnable call = task(argument);
                    call.run();
                });
    }

    private static Runnable task(int argument) {
        return () -> Check.that(argument <= 42, "an argument");
    }

    private static Result result() {
        return new Result(42, "43");
    }

    private record Result(int first, String second) {}

    static final class Complex {
        double re;
        double im;

        void set(double newRe, double newIm) {
            re = newRe;
            im = newIm;
        }
    }
}
