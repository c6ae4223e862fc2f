package dev.photofinish.conformance.fields;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;
import java.util.concurrent.Callable;

@Scenario(
        value = "A bound method reference reads its receiver where it is made, not where it runs",
        go = {"RaceMethodValue", "RaceMethodThunk"})
@Races("receiver")
final class MethodReferenceReceiver implements Program {
    private final Marker replaced = new Marker();
    Object receiver = "before";

    @Override
    public void run() throws Exception {
        Threads.concurrently(
                () -> {
                    receiver = "after";
                    replaced.reach();
                },
                () -> {
                    replaced.await();
                    Callable<String> bound = receiver::toString;
                    Check.that(!bound.call().isEmpty(), "a text");
                });
    }
}
