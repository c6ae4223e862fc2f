package dev.photofinish.transport;

import dev.photofinish.drill.Drill;
import dev.photofinish.shadow.AgentThreads;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Moves what was recorded to where it is analysed: the door of this package. */
public final class Transport implements AutoCloseable {
    private static final long LAST_SEND_NANOS = 2_000_000_000L;

    private final FlightRecording recording;
    private final DiskSpace space;
    private final Spool spool;
    private final @Nullable Shipper shipper;
    private final @Nullable Thread thread;
    // Written by the scheduler's thread only.
    private volatile long suspensions;

    /**
     * Sends nothing before the first {@link #record}.
     *
     * @param analyzer where to; null keeps everything in the recording
     * @param drill what a test asks for besides
     */
    public Transport(
            FlightRecording recording,
            Path directory,
            long spoolBytes,
            @Nullable URI analyzer,
            String instance,
            String service,
            String token,
            Drill drill) {
        this.recording = recording;
        this.space = new DiskSpace(directory);
        this.spool = new Spool(directory, spoolBytes);
        this.shipper = analyzer == null ? null : new Shipper(spool, analyzer, instance, service, token, drill);
        this.thread = shipper == null ? null : AgentThreads.create("photofinish-transport", shipper);
    }

    /** Why nothing may be written to disk now; empty if it may. */
    public String diskProblem() {
        return space.problem();
    }

    /** Why nothing may be recorded now; empty if it may. */
    public String problemOfRecording() {
        String problem = space.problem();
        return problem.isEmpty() ? recording.clockProblem() : problem;
    }

    /** Starts recording, and sending, if that has not begun. Called by one thread at a time. */
    public void record() throws IOException {
        recording.start();
        if (thread != null && thread.getState() == Thread.State.NEW) {
            thread.start();
        }
    }

    /** Records nothing until {@link #record}; what was not queued by then is lost. */
    public void suspend() {
        if (recording.suspend()) {
            long count = suspensions + 1;
            suspensions = count;
        }
    }

    /** Records nothing more; what was recorded stays, to be dumped. */
    public void stop() throws IOException {
        recording.stop();
    }

    /** How often the recording was suspended. */
    public long suspensions() {
        return suspensions;
    }

    /** Ends the current chunk and queues it for sending. Called by one thread at a time. */
    public void rotate() throws IOException {
        if (shipper != null) {
            recording.rotate((bytes, startNanos, durationNanos) -> spool.add(bytes));
        }
    }

    /** Chunks that the analyzer has taken. */
    public long shipped() {
        return shipper == null ? 0 : shipper.shipped();
    }

    /** Chunks that found no room, or that the analyzer refused. */
    public long dropped() {
        return spool.dropped();
    }

    /** Why the last attempt to send failed; empty after a success. */
    public String problem() {
        return shipper == null ? "" : shipper.problem();
    }

    /** Sends what is left, for two seconds at the most. */
    @Override
    public void close() throws IOException {
        if (shipper == null || thread == null) {
            return;
        }
        shipper.stop();
        thread.interrupt();
        try {
            thread.join(LAST_SEND_NANOS / 1_000_000L);
            shipper.drain(System.nanoTime() + LAST_SEND_NANOS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
