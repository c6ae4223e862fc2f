package dev.photofinish.conformance.fields;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;

@Scenario(
        value = "The field is read through another type of the same object",
        go = {"RaceConv1", "RaceConv2", "RaceConv3", "RaceConv4"})
@Races({"Base.first", "Base.second", "Derived.third"})
final class ReadThroughCast implements Program {
    private final Object object = new Derived();
    private final Base[] array = {new Derived()};

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    Derived derived = (Derived) object;
                    derived.first = 1;
                    derived.third = 3;
                    array[0].second = 2;
                },
                () -> {
                    int sum = ((Base) object).first + ((Derived) array[0]).second + ((Derived) object).third;
                    Check.that(sum <= 6, "a sum");
                });
    }

    static class Base {
        int first;
        int second;
    }

    static final class Derived extends Base {
        int third;
    }
}
