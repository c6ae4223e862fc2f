package dev.photofinish.conformance.setting;

import dev.photofinish.conformance.Clean;
import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import dev.photofinish.outside.Marker;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;

@Scenario("A listener is told of a collection by a thread that no program has started")
@Clean
final class NotifiedOfCollection implements Program {
    private final Marker told = new Marker();

    @Override
    public void run() throws Exception {
        Listener listener = new Listener();
        Threads.concurrently(() -> {
            listener.count = 1;
            for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
                ((NotificationEmitter) collector).addNotificationListener(listener, null, null);
            }
        });
        told.awaitCollecting();
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            ((NotificationEmitter) collector).removeNotificationListener(listener);
        }
    }

    private final class Listener implements NotificationListener {
        int count;

        @Override
        public void handleNotification(Notification notification, Object handback) {
            count++;
            told.reach();
        }
    }
}
