package dev.photofinish.conformance.fields;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;

@Scenario(
        value = "A method of the object or of its delegate while another thread overwrites fields",
        go = {"RaceMethodThunk2", "RaceMethodThunk3", "RaceMethodThunk4", "RaceMethodCall2"})
@Races({"Base.inherited", "delegate", "Target.value", "called"})
final class ThroughDelegate implements Program {
    private final Derived derived = new Derived();
    private final Target target = new Target();
    Target delegate = new Target();
    Target called = new Target();

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    derived.inherited = 1;
                    delegate = new Target();
                    called = new Target();
                    target.value = 42;
                },
                () -> {
                    Check.that(derived.inherited() <= 1, "a value");
                    Check.that(target.value() <= 42, "a value");
                    Check.equal(7, delegate.constant());
                    Check.equal(7, called.constant());
                });
    }

    static class Base {
        int inherited;

        int inherited() {
            return inherited;
        }
    }

    static final class Derived extends Base {}

    static final class Target {
        int value;

        int value() {
            return value;
        }

        int constant() {
            return 7;
        }
    }
}
