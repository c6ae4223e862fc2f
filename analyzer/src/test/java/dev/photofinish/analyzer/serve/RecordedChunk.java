package dev.photofinish.analyzer.serve;

import dev.photofinish.event.AccessStackEvent;
import dev.photofinish.event.AgentStatusEvent;
import dev.photofinish.event.AllEvents;
import dev.photofinish.event.FieldAccessEvent;
import dev.photofinish.event.LockHandoffEvent;
import dev.photofinish.event.LossEvent;
import dev.photofinish.event.SiteEvent;
import dev.photofinish.event.WindowEvent;
import dev.photofinish.event.WindowThreadEvent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import jdk.jfr.Recording;

/** A real JFR chunk, made by this JVM with the agent's own event classes. */
public final class RecordedChunk {
    private final byte[] bytes;

    private RecordedChunk(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Something that happens while the chunk is recorded. */
    public interface Happening {
        void run() throws Exception;
    }

    /** Records the agent's events that are emitted meanwhile, and waits for monitors, however short. */
    public static RecordedChunk of(Happening happening) {
        try (Recording recording = new Recording()) {
            AllEvents.types().forEach(recording::enable);
            recording
                    .enable("jdk.JavaMonitorEnter")
                    .withThreshold(Duration.ZERO)
                    .withStackTrace();
            recording.start();
            happening.run();
            recording.stop();
            Path file = Files.createTempFile("photofinish-test", ".jfr");
            try {
                recording.dump(file);
                return new RecordedChunk(Files.readAllBytes(file));
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** One complete window in which two threads touch a field without order. */
    public static RecordedChunk withRace(String instance, long window, String field) {
        return of(() -> {
            status(instance, "open");
            race(window, field, "worker-1", "worker-2");
        });
    }

    /** Emits the status of an agent that is at work. */
    public static void status(String instance, String state) {
        AgentStatusEvent.emit(
                instance,
                "shop",
                "1.2.3",
                "window",
                state,
                1f,
                0.004f,
                0.25f,
                100,
                20,
                7,
                1,
                1000,
                2000,
                3000,
                4,
                0,
                0,
                2,
                10_000_000,
                20_000_000);
    }

    /** Emits a loss, as a total since the agent started. */
    public static void loss(String reason, long total) {
        LossEvent.emit(reason, total, 1, 2);
    }

    /** Emits a complete window with one unordered pair. */
    public static void race(long window, String field, String writer, String reader) {
        long openedNanos = nowNanos();
        SiteEvent.emit(1, "com.acme.Shop", "add", "()V", 10, field, "write", "", "");
        SiteEvent.emit(2, "com.acme.Report", "print", "()V", 20, field, "read", "", "");
        WindowThreadEvent.emit(window, 1, 101, writer, "main", false, 0, 1, false);
        WindowThreadEvent.emit(window, 2, 102, reader, "main", false, 0, 1, false);
        FieldAccessEvent.emit(window, 1, 1, 1, 1, 1, -1, 1, 0);
        AccessStackEvent.emit(window, 1, 1, 1);
        FieldAccessEvent.emit(window, 2, 1, 1, 2, 1, -1, 0, 0);
        end(window, openedNanos, 2, 0, 2);
    }

    /** Emits a complete window in which a lock went from one thread to another that had waited for it. */
    public static void handoff(long window, Duration wait, Duration hold) {
        long openedNanos = nowNanos();
        SiteEvent.emit(3, "com.acme.Shop", "lock", "()V", 30, "", "monitor exit", "", "");
        SiteEvent.emit(4, "com.acme.Shop", "lock", "()V", 28, "", "monitor enter", "", "");
        WindowThreadEvent.emit(window, 1, 101, "holder", "main", false, 0, 0, false);
        WindowThreadEvent.emit(window, 2, 102, "waiter", "main", false, 1, 0, false);
        LockHandoffEvent.emit(
                window, 1, 1, 7, Object.class, 1, 1, 3, 2, 2, 4, wait.toNanos(), hold.toNanos(), 1, 0, 0, -1, false);
        end(window, openedNanos, 2, 1, 0);
    }

    /** Emits the end of a window that says of itself that it is incomplete. */
    public static void incomplete(long window) {
        WindowEvent.emit(window, nowNanos(), nowNanos(), "events", false, 1, false, "table full", 0, 0, 0, 0, 0);
    }

    /** Emits what a window holds, but not its end. */
    public static void halfAWindow(long window) {
        SiteEvent.emit(1, "com.acme.Shop", "add", "()V", 10, "com.acme.Shop.count", "write", "", "");
        FieldAccessEvent.emit(window, 1, 1, 1, 1, 1, -1, 1, 0);
    }

    private static void end(long window, long openedNanos, int threads, long edges, long accesses) {
        WindowEvent.emit(
                window, openedNanos, nowNanos(), "time", false, 1, true, "", threads, edges, accesses, accesses, 0);
    }

    private static long nowNanos() {
        Instant now = Instant.now();
        return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
    }

    /** The chunk as the JVM wrote it. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** The chunk as it is sent. */
    public byte[] gzip() {
        return gzip(bytes);
    }

    /** Any bytes, as they are sent. */
    public static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** The chunk with its events destroyed; its header still says that it is one. */
    public RecordedChunk damaged() {
        byte[] damaged = bytes.clone();
        for (int i = 68; i < damaged.length; i++) {
            damaged[i] = (byte) 0x7f;
        }
        return new RecordedChunk(damaged);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "RecordedChunk[%d bytes]", bytes.length);
    }
}
