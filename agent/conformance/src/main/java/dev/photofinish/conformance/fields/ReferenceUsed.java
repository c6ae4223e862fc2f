package dev.photofinish.conformance.fields;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

@Scenario(
        value = "A reference that another thread replaces is compared, converted, dereferenced or called",
        go = {
            "RaceIfaceCmpNil",
            "RaceEfaceConv",
            "RaceIfaceConv",
            "RaceUnsafePtrRW",
            "RaceEmptyInterface1",
            "RaceEmptyInterface2",
            "RaceFuncItself",
            "RaceMethodValue2",
            "RaceMethodValue3"
        })
@Races({"compared", "boxed", "converted", "pointer", "cleared", "any", "called", "receiver", "Target.value"})
final class ReferenceUsed implements Program {
    @Nullable
    Runnable compared = Thread::onSpinWait;

    int boxed;
    Target converted = new Target();
    Target pointer = new Target();

    @Nullable
    Object cleared = "";

    Object any = "";
    Runnable called = Thread::onSpinWait;
    Supplier<Integer> receiver = () -> 1;
    private final Target target = new Target();
    // Made before the threads start: linking a lambda orders threads by the locks inside the JDK.
    private final Runnable otherTask = Thread::onSpinWait;
    private final Supplier<Integer> otherSupplier = new Target();

    @Override
    public void run() throws Exception {
        Threads.concurrently(this::replace, this::use);
    }

    private void replace() {
        compared = otherTask;
        boxed = 42;
        converted = new Target();
        pointer = new Target();
        cleared = null;
        any = new Target();
        called = otherTask;
        receiver = otherSupplier;
        target.value = 1;
    }

    private void use() throws Exception {
        Check.that(compared != null, "a task");
        Object box = boxed;
        Check.that(box instanceof Integer, "a number");
        Supplier<Integer> supplier = converted;
        Check.that(supplier != receiver, "another one");
        Check.equal(0, pointer.value);
        Check.that(cleared != receiver, "another one");
        Check.that(any != receiver, "another one");
        called.run();
        Callable<Integer> method = receiver::get;
        Check.that(method.call() <= 2, "a result");
        Callable<Integer> dereferencing = target::get;
        Check.that(dereferencing.call() <= 1, "a value");
    }

    static final class Target implements Supplier<Integer> {
        int value;

        @Override
        public Integer get() {
            return value;
        }
    }
}
