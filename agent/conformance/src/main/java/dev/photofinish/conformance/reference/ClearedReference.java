package dev.photofinish.conformance.reference;

import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.lang.ref.WeakReference;

@Scenario("A weak reference that was found cleared orders nothing")
@Races("payload")
final class ClearedReference implements Program {
    private final Object referent = new Object();
    int payload;

    @Override
    public void run() throws Exception {
        WeakReference<Object> reference = new WeakReference<>(referent);
        Threads.concurrently(
                () -> {
                    payload = 1;
                    reference.clear();
                },
                () -> {
                    while (reference.get() != null) {
                        Thread.onSpinWait();
                    }
                    payload++;
                });
    }
}
