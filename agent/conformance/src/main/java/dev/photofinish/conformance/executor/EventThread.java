package dev.photofinish.conformance.executor;

import dev.photofinish.conformance.Check;
import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import java.awt.EventQueue;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javax.swing.SwingWorker;

@Scenario("The event thread of Swing: invokeLater, invokeAndWait, and what a SwingWorker publishes")
@Clean
final class EventThread implements Program {
    int payload;
    int published;

    @Override
    public void run() throws Exception {
        payload = 1;
        EventQueue.invokeAndWait(() -> payload++);
        payload++;
        Check.equal(3, payload);
        CountDownLatch done = new CountDownLatch(1);
        EventQueue.invokeLater(() -> {
            payload++;
            done.countDown();
        });
        done.await();
        Check.equal(4, payload);
        CountDownLatch processed = new CountDownLatch(3);
        new SwingWorker<Void, EventThread>() {
            @Override
            protected Void doInBackground() {
                for (int i = 0; i < 3; i++) {
                    EventThread part = new EventThread();
                    part.payload = 1;
                    publish(part);
                }
                return null;
            }

            @Override
            protected void process(List<EventThread> parts) {
                for (EventThread part : parts) {
                    published += part.payload;
                    processed.countDown();
                }
            }
        }.execute();
        processed.await();
        Check.equal(3, published);
    }
}
