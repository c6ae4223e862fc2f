package dev.photofinish.conformance.setting;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.MutableCallSite;

@Scenario("The target of a MutableCallSite is set and forced by one thread and called by another")
@Clean
final class TargetOfMutableSite implements Program {
    private final Marker set = new Marker();
    private final Counter counter = new Counter();
    private final MutableCallSite site = new MutableCallSite(MethodType.methodType(void.class));

    @Override
    public void run() throws Exception {
        MethodHandle count =
                MethodHandles.lookup().findVirtual(Counter.class, "run", MethodType.methodType(void.class));
        Threads.concurrently(
                () -> {
                    counter.count = 1;
                    site.setTarget(count.bindTo(counter));
                    MutableCallSite.syncAll(new MutableCallSite[] {site});
                    set.reach();
                },
                () -> {
                    set.await();
                    call(site.getTarget());
                });
        Check.equal(2, counter.count);
    }

    private static void call(MethodHandle target) throws Exception {
        try {
            target.invokeExact();
        } catch (Exception | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Counter implements Runnable {
        int count;

        @Override
        public void run() {
            count++;
        }
    }
}
