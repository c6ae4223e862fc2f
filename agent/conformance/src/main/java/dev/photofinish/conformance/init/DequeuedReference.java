package dev.photofinish.conformance.init;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;

@Scenario(value = "Who takes a reference from its queue sees what came before it was enqueued")
@Clean
final class DequeuedReference implements Program {
    private final ReferenceQueue<Object> queue = new ReferenceQueue<>();
    int payload;

    @Override
    public void run() throws Exception {
        WeakReference<Object> reference = new WeakReference<>(this, queue);
        Threads.concurrently(
                () -> {
                    payload = 1;
                    Check.that(reference.enqueue(), "to be enqueued");
                },
                () -> {
                    Check.that(queue.remove() == reference, "the reference");
                    payload++;
                });
        Check.equal(2, payload);
    }
}
