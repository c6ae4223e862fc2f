package dev.photofinish.dashboards;

import dev.photofinish.event.AccessStackEvent;
import dev.photofinish.event.AgentStatusEvent;
import dev.photofinish.event.AllEvents;
import dev.photofinish.event.FieldAccessEvent;
import dev.photofinish.event.LockHandoffEvent;
import dev.photofinish.event.LockSetEvent;
import dev.photofinish.event.LossEvent;
import dev.photofinish.event.SiteEvent;
import dev.photofinish.event.WindowEvent;
import dev.photofinish.event.WindowThreadEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import jdk.jfr.Recording;

/**
 * A chunk as an agent would ship it, recorded by this JVM: one complete window in which two threads access one field, one
 * of them writing and holding a lock, the other holding none, and nothing orders them; a handoff of that lock before; and
 * one real wait for a monitor, as the JDK itself records it.
 */
final class SyntheticChunk {
    static final String FIELD = "com.acme.Cart.total";

    private static final int WRITE_SITE = 1001;
    private static final int READ_SITE = 1002;
    private static final int UNLOCK_SITE = 1003;
    private static final int LOCK_SITE = 1004;
    private static final int WRITER = 1;
    private static final int READER = 2;
    private static final int LOCK_SET = 1;
    private static final long CART = 5;
    private static final long LOCK = 7;
    private static final int RULE = 1;
    private static final int FIELD_NOT_ARRAY = -1;
    private static final long MONITOR_HELD_NANOS = Duration.ofMillis(30).toNanos();

    private SyntheticChunk() {}

    /**
     * Records one.
     *
     * @param number of the window; losses grow with it
     */
    static byte[] record(UUID instance, String service, long number) {
        try (Recording recording = new Recording()) {
            AllEvents.types().forEach(type -> recording.enable(type));
            recording
                    .enable("jdk.JavaMonitorEnter")
                    .withThreshold(Duration.ZERO)
                    .withStackTrace();
            recording.start();
            status(instance, service);
            window(number);
            LossEvent.emit(
                    "spool_full",
                    number,
                    Instant.now().toEpochMilli(),
                    Instant.now().toEpochMilli());
            waitForAMonitor();
            status(instance, service);
            recording.stop();
            Path file = Files.createTempFile("photofinish-synthetic", ".jfr");
            try {
                recording.dump(file);
                return Files.readAllBytes(file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void status(UUID instance, String service) {
        AgentStatusEvent.emit(
                instance.toString(),
                service,
                "0.1.0",
                "window",
                "open",
                1f,
                0.004f,
                0.25f,
                400,
                40,
                12,
                1,
                10_000,
                2_000_000,
                9_000_000,
                1,
                0,
                0,
                0,
                10_000_000,
                10_000_000);
    }

    private static void window(long number) {
        long opened = TimeUnit.MILLISECONDS.toNanos(Instant.now().toEpochMilli());
        SiteEvent.emit(WRITE_SITE, "com.acme.Cart", "add", "(I)V", 17, FIELD, "write", "", "");
        SiteEvent.emit(READ_SITE, "com.acme.Cart", "total", "()I", 23, FIELD, "read", "", "");
        SiteEvent.emit(UNLOCK_SITE, "com.acme.Cart", "clear", "()V", 31, "", "unlock", "", "");
        SiteEvent.emit(LOCK_SITE, "com.acme.Cart", "print", "()V", 40, "", "lock", "", "");
        // The writer releases at its epoch 1 and writes at 2: who learned of 1 knows nothing of the write.
        LockHandoffEvent.emit(
                number,
                1,
                RULE,
                LOCK,
                ReentrantLock.class,
                WRITER,
                1,
                UNLOCK_SITE,
                READER,
                2,
                LOCK_SITE,
                4_000_000,
                9_000_000,
                1,
                1_000_000,
                0,
                -1,
                false);
        LockSetEvent.emit(number, LOCK_SET, 0, 1, LOCK, 77, ReentrantLock.class, LOCK_SITE);
        AccessStackEvent.emit(number, WRITER, 1, WRITE_SITE);
        AccessStackEvent.emit(number, READER, 1, READ_SITE);
        FieldAccessEvent.emit(number, WRITER, 2, 1, WRITE_SITE, CART, FIELD_NOT_ARRAY, 1, LOCK_SET);
        FieldAccessEvent.emit(number, READER, 3, 1, READ_SITE, CART, FIELD_NOT_ARRAY, 0, 0);
        WindowThreadEvent.emit(number, WRITER, 41, "checkout-1", "main", false, 0, 1, false);
        WindowThreadEvent.emit(number, READER, 42, "report-1", "main", false, 1, 1, false);
        WindowEvent.emit(number, opened, opened + 2_000_000, "time", false, 40, true, "", 2, 1, 2, 2, 0);
    }

    private static void waitForAMonitor() {
        Object monitor = new Object();
        Thread waiter = new Thread(() -> enter(monitor), "waiter-1");
        synchronized (monitor) {
            waiter.start();
            while (waiter.getState() != Thread.State.BLOCKED) {
                Thread.onSpinWait();
            }
            long until = System.nanoTime() + MONITOR_HELD_NANOS;
            while (System.nanoTime() < until) {
                LockSupport.parkNanos(until - System.nanoTime());
            }
        }
        try {
            waiter.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while the waiter ended", e);
        }
    }

    private static void enter(Object monitor) {
        synchronized (monitor) {
            if (!Thread.holdsLock(monitor)) {
                throw new AssertionError("inside, and the monitor is not held");
            }
        }
    }
}
