package dev.photofinish.transport;

import dev.photofinish.event.AllEvents;
import dev.photofinish.shadow.AgentThreads;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import jdk.jfr.Event;
import jdk.jfr.FlightRecorder;
import jdk.jfr.Recording;
import jdk.jfr.RecordingState;
import org.jspecify.annotations.Nullable;

/**
 * The agent's one JFR recording, bounded on disk. It shares the chunks of the JVM with the user's recordings and takes nothing
 * from them: a rotation only begins a new chunk.
 */
public final class FlightRecording implements AutoCloseable {
    private static final long MAX_BYTES = 256L << 20;
    private static final long MAX_CHUNK = 1L << 30;

    private final boolean bounded;
    private final WallClock clock = new WallClock(System::currentTimeMillis);
    private final WaitEvents waits = new WaitEvents();
    private @Nullable Recording recording;
    private @Nullable Path destination;
    private long lastStartNanos;
    private Instant lastEnd = Instant.EPOCH;

    /** Of nothing yet; {@code bounded} drops the oldest data beyond 256 MB. */
    public FlightRecording(boolean bounded) {
        this.bounded = bounded;
    }

    /** Starts recording, if that has not begun. */
    public synchronized void start() throws IOException {
        if (recording != null) {
            return;
        }
        Recording started = new Recording();
        started.setName("photofinish");
        if (bounded) {
            started.setMaxSize(MAX_BYTES);
            started.setMaxAge(Duration.ofMinutes(10));
        }
        for (Class<? extends Event> type : AllEvents.types()) {
            started.enable(type).with("period", "everyChunk");
        }
        waits.enable(started);
        started.enable("jdk.DataLoss");
        started.start();
        recording = started;
        dumpOnExit(destination);
    }

    /**
     * Stops writing to disk, and deletes what was written and not handed over, until {@link #start}; false if nothing was being
     * recorded. Where the wall clock went back another thread does, for as long as that takes.
     */
    public synchronized boolean suspend() {
        if (recording == null) {
            return false;
        }
        Recording ended = recording;
        recording = null;
        if (clockProblem().isEmpty()) {
            ended.close();
        } else {
            AgentThreads.create("photofinish-closing", ended::close).start();
        }
        return true;
    }

    /** Why JFR must not be asked to begin or end a chunk now: it would not come back; empty where it may be. */
    public String clockProblem() {
        return clock.problem();
    }

    /** Stops writing to disk for good; what was written stays, to be dumped. */
    public synchronized void stop() throws IOException {
        if (recording != null && recording.getState() == RecordingState.RUNNING) {
            // Else it would be written there now.
            dumpOnExit(null);
            recording.stop();
        }
    }

    /** Ends the current chunk and hands over every chunk since the last call, oldest first. */
    synchronized void rotate(ChunkCutter.Sink sink) throws IOException {
        Recording running = recording;
        if (running == null || !clockProblem().isEmpty()) {
            return;
        }
        try (Recording snapshot = FlightRecorder.getFlightRecorder().takeSnapshot()) {
            InputStream data = snapshot.getStream(lastEnd.equals(Instant.EPOCH) ? null : lastEnd, null);
            if (data == null) {
                return;
            }
            try (data) {
                ChunkCutter.cut(data, MAX_CHUNK, (bytes, startNanos, durationNanos) -> {
                    if (startNanos > lastStartNanos) {
                        lastStartNanos = startNanos;
                        lastEnd = Instant.ofEpochSecond(0, startNanos + durationNanos);
                        sink.chunk(bytes, startNanos, durationNanos);
                        waits.adapt(running, bytes, durationNanos);
                    }
                });
            }
        }
    }

    /** Waits for monitors shorter than this are not recorded outside windows. */
    public synchronized long monitorThresholdNanos() {
        return waits.monitorThresholdNanos();
    }

    /** Parks shorter than this are not recorded outside windows. */
    public synchronized long parkThresholdNanos() {
        return waits.parkThresholdNanos();
    }

    /** Writes everything recorded so far to a file. */
    public synchronized void dump(Path file) throws IOException {
        if (recording == null) {
            throw new IOException("nothing is being recorded");
        }
        String problem = clockProblem();
        if (!problem.isEmpty()) {
            throw new IOException(problem);
        }
        recording.dump(file);
    }

    /** Where the recording would be written if the JVM ended by itself; null for nowhere. */
    public synchronized void dumpOnExit(@Nullable Path file) throws IOException {
        destination = file;
        if (recording != null && recording.getState() == RecordingState.RUNNING) {
            recording.setDestination(file);
            recording.setDumpOnExit(file != null);
        }
    }

    @Override
    public void close() {
        suspend();
    }
}
