package dev.photofinish.conformance.thread;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;

@Scenario(value = "Each virtual thread has its own thread-local value", since = 21)
@Clean
final class VirtualLocals implements Program {
    private final ThreadLocal<int[]> own = ThreadLocal.withInitial(() -> new int[1]);

    @Override
    public void run() throws Exception {
        Thread one = start(this::count);
        Thread other = start(this::count);
        one.join();
        other.join();
    }

    private static Thread start(Runnable task) throws ReflectiveOperationException {
        return (Thread)
                Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, task);
    }

    private void count() {
        for (int i = 0; i < 10; i++) {
            own.get()[0]++;
        }
        Check.equal(10, own.get()[0]);
    }
}
