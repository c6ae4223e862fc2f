package dev.photofinish.conformance.reference;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;

@Scenario("enqueue comes before remove of that reference")
@Clean
final class Enqueued implements Program {
    private final Object referent = new Object();
    int payload;

    @Override
    public void run() throws Exception {
        ReferenceQueue<Object> queue = new ReferenceQueue<>();
        WeakReference<Object> reference = new WeakReference<>(referent, queue);
        Threads.concurrently(
                () -> {
                    payload = 1;
                    reference.enqueue();
                },
                () -> {
                    Check.that(queue.remove() == reference, "the reference");
                    payload++;
                });
        Check.equal(2, payload);
    }
}
