package dev.photofinish.analyzer.decode;

import dev.photofinish.event.AccessStackEvent;
import dev.photofinish.event.AccessTallyEvent;
import dev.photofinish.event.AgentStatusEvent;
import dev.photofinish.event.DeadlockEvent;
import dev.photofinish.event.FieldAccessEvent;
import dev.photofinish.event.LockHandoffEvent;
import dev.photofinish.event.LockOrderEvent;
import dev.photofinish.event.LockSetEvent;
import dev.photofinish.event.LockStackEvent;
import dev.photofinish.event.LossEvent;
import dev.photofinish.event.SiteEvent;
import dev.photofinish.event.SyncEdgeEvent;
import dev.photofinish.event.TaskSubmissionEvent;
import dev.photofinish.event.WindowEvent;
import dev.photofinish.event.WindowThreadEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Emits events of every type, with ordinary and with extreme values. */
final class EveryEvent {
    private static final String[] TEXTS = {
        "",
        "a",
        "line\nbreak",
        "ünïcödé",
        "\u65e5\u672c\u8a9e",
        "\ud83c\udfc1 flag",
        "com.acme.Service$Inner",
        "x".repeat(20),
        "long ".repeat(400)
    };
    private static final Class<?>[] CLASSES = {
        Object.class, String[].class, int[].class, EveryEvent.class, java.util.Map.Entry.class, null
    };

    private final Random random;

    EveryEvent(long seed) {
        random = new Random(seed);
    }

    /** Emits {@code count} events of each type of the agent, and has threads wait for each other. */
    void emit(int count) throws InterruptedException, IOException {
        for (int i = 0; i < count; i++) {
            emitOfWindow();
            emitOfInstance(i);
        }
        contend();
        pause();
    }

    /** The sleep and the collection themselves are what is recorded. */
    private static void pause() throws InterruptedException, IOException {
        Thread.sleep(1);
        System.gc();
        Path file = Files.createTempFile("paused", ".txt");
        Files.writeString(file, "written", StandardCharsets.UTF_8);
        Files.readString(file, StandardCharsets.UTF_8);
        Files.delete(file);
    }

    private void emitOfWindow() {
        FieldAccessEvent.emit(
                anyLong(), ordinal(), ordinal(), ordinal(), anyInt(), anyLong(), anyInt(), random.nextInt(2), anyInt());
        AccessStackEvent.emit(anyLong(), ordinal(), ordinal(), anyInt(), anyInt(), anyInt());
        AccessTallyEvent.emit(anyLong(), anyInt(), anyLong(), anyInt(), anyInt(), ordinal());
        TaskSubmissionEvent.emit(anyLong(), ordinal(), ordinal());
        deeper(random.nextInt(5), () -> AccessStackEvent.emit(1, 2, 3, 4));
        LockHandoffEvent.emit(
                anyLong(),
                ordinal(),
                anyInt(),
                anyLong(),
                anyClass(),
                ordinal(),
                ordinal(),
                anyInt(),
                ordinal(),
                ordinal(),
                anyInt(),
                anyLong() & Long.MAX_VALUE,
                anyLong() & Long.MAX_VALUE,
                ordinal(),
                anyLong() & Long.MAX_VALUE,
                ordinal(),
                anyLong() & Long.MAX_VALUE,
                random.nextBoolean());
        deeper(
                random.nextInt(5),
                () -> LockStackEvent.emit(1, random.nextBoolean(), anyClass(), anyLong() & Long.MAX_VALUE));
        SyncEdgeEvent.emit(
                anyLong(),
                ordinal(),
                anyInt(),
                anyLong(),
                anyClass(),
                ordinal(),
                ordinal(),
                anyInt(),
                ordinal(),
                ordinal(),
                anyInt());
        LockOrderEvent.emit(
                anyLong(),
                ordinal(),
                ordinal(),
                ordinal(),
                anyLong(),
                anyClass(),
                anyInt(),
                anyLong(),
                anyInt(),
                anyClass(),
                anyInt());
        LockSetEvent.emit(
                anyLong(), ordinal(), random.nextInt(9), ordinal(), anyLong(), anyInt(), anyClass(), anyInt());
        WindowThreadEvent.emit(
                anyLong(),
                ordinal(),
                anyLong(),
                anyText(),
                anyText(),
                random.nextBoolean(),
                ordinal(),
                anyInt(),
                random.nextBoolean());
        WindowEvent.emit(
                anyLong(),
                anyLong(),
                anyLong(),
                anyText(),
                random.nextBoolean(),
                anyInt(),
                random.nextBoolean(),
                anyText(),
                ordinal(),
                anyLong(),
                anyLong() & Long.MAX_VALUE,
                anyLong(),
                anyLong());
    }

    private void emitOfInstance(int number) {
        SiteEvent.emit(number, anyText(), anyText(), anyText(), anyInt(), anyText(), anyText(), anyText(), anyText());
        LossEvent.emit(anyText(), anyLong() & Long.MAX_VALUE, anyLong(), anyLong());
        AgentStatusEvent.emit(
                "instance",
                anyText(),
                anyText(),
                anyText(),
                anyText(),
                random.nextFloat(),
                random.nextFloat(),
                Float.MIN_VALUE,
                anyInt(),
                anyInt(),
                anyInt(),
                anyInt(),
                anyLong(),
                anyLong(),
                anyLong(),
                anyLong(),
                anyLong(),
                anyLong(),
                anyInt(),
                anyLong() & Long.MAX_VALUE,
                anyLong() & Long.MAX_VALUE);
        DeadlockEvent.emit(
                number,
                0,
                1,
                anyText(),
                anyText(),
                anyInt(),
                "acme.A run 3",
                anyText(),
                anyInt(),
                "acme.A lock -1\nacme.A run 3\n");
    }

    private static void contend() throws InterruptedException {
        Object monitor = new Object();
        boolean[] notified = {false};
        CountDownLatch started = new CountDownLatch(1);
        Thread waiter = new Thread(
                () -> {
                    started.countDown();
                    synchronized (monitor) {
                        notified[0] = true;
                        monitor.notifyAll();
                        LockSupport.parkNanos(monitor, TimeUnit.MILLISECONDS.toNanos(1));
                    }
                },
                "waiter");
        synchronized (monitor) {
            waiter.start();
            started.await();
            while (waiter.getState() != Thread.State.BLOCKED) {
                Thread.onSpinWait();
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
            while (!notified[0]) {
                monitor.wait();
            }
        }
        waiter.join();
    }

    private static void deeper(int frames, Runnable work) {
        if (frames == 0) {
            work.run();
        } else {
            deeper(frames - 1, work);
        }
    }

    private int ordinal() {
        return random.nextInt(4) == 0
                ? Integer.MAX_VALUE - random.nextInt(3)
                : 1 + random.nextInt(1 << random.nextInt(31));
    }

    private int anyInt() {
        return random.nextInt(4) == 0 ? -random.nextInt(3) : random.nextInt() >> random.nextInt(32);
    }

    private long anyLong() {
        return random.nextInt(8) == 0 ? Long.MIN_VALUE + random.nextInt(3) : random.nextLong() >> random.nextInt(64);
    }

    private String anyText() {
        return TEXTS[random.nextInt(TEXTS.length)];
    }

    private Class<?> anyClass() {
        return CLASSES[random.nextInt(CLASSES.length)];
    }
}
