package dev.photofinish.conformance.reference;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;

@Scenario("enqueue of one reference orders nothing for who takes another")
@Races("payload")
final class OtherReference implements Program {
    private final Object referent = new Object();
    private final Marker written = new Marker();
    private final Marker taken = new Marker();
    int payload;

    @Override
    public void run() throws Exception {
        ReferenceQueue<Object> queue = new ReferenceQueue<>();
        WeakReference<Object> one = new WeakReference<>(referent, queue);
        WeakReference<Object> other = new WeakReference<>(referent, queue);
        other.enqueue();
        Threads.concurrently(
                () -> {
                    payload = 1;
                    written.reach();
                    taken.await();
                    one.enqueue();
                },
                () -> {
                    written.await();
                    Check.that(queue.remove() == other, "the other reference");
                    taken.reach();
                    payload++;
                });
    }
}
