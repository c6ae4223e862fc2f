package dev.photofinish.analyzer.decode;

import dev.photofinish.analyzer.fixture.Chunks;
import dev.photofinish.analyzer.fixture.Recorder;
import dev.photofinish.analyzer.trace.DeadlockedThread;
import dev.photofinish.analyzer.trace.FieldAccess;
import dev.photofinish.analyzer.trace.LockWait;
import dev.photofinish.analyzer.trace.Site;
import dev.photofinish.analyzer.trace.ThreadPause;
import dev.photofinish.analyzer.trace.TraceEvent;
import dev.photofinish.event.FieldAccessEvent;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/**
 * Measures how many events one thread decodes in a second of its CPU time, beside the JDK's own reader on the same file: to be run by hand (see
 * the README of the module), because speed on a shared machine proves nothing in a build.
 */
public final class DecodeThroughput {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int EVENTS = 2_000_000;
    private static final int ROUNDS = 15;

    private DecodeThroughput() {}

    /** Records, then prints the best of several rounds of each reader. */
    public static void main(String[] args) throws Exception {
        Path file = Files.createTempFile("throughput", ".jfr");
        try {
            Recorder.record(file, DecodeThroughput::emit);
            List<ByteBuffer> chunks = Chunks.of(file);
            System.out.printf(
                    Locale.ROOT,
                    "%d bytes in %d chunks, %s %s, %d processors%n",
                    Files.size(file),
                    chunks.size(),
                    System.getProperty("java.vm.name"),
                    System.getProperty("java.version"),
                    Runtime.getRuntime().availableProcessors());
            report("photofinish", () -> decode(chunks));
            report("jdk.jfr.consumer", () -> read(file));
        } finally {
            Files.delete(file);
        }
    }

    private static void emit() {
        for (int i = 1; i <= EVENTS; i++) {
            FieldAccessEvent.emit(7, 1 + i % 16, 1 + i / 64, i, i % 200, i % 5000, -1, i & 1, i % 9);
        }
    }

    private static long decode(List<ByteBuffer> chunks) {
        Counting counting = new Counting();
        chunks.forEach(chunk -> new ChunkDecoder(chunk).decode(counting));
        return counting.checksum;
    }

    private static long read(Path file) throws Exception {
        long checksum = 0;
        try (RecordingFile recording = new RecordingFile(file)) {
            while (recording.hasMoreEvents()) {
                RecordedEvent event = recording.readEvent();
                if (event.getEventType().getName().equals("photofinish.FieldAccess")) {
                    checksum += event.getLong("object")
                            + event.getInt("thread")
                            + event.getInt("epoch")
                            + event.getInt("sequence")
                            + event.getInt("site");
                }
            }
        }
        return checksum;
    }

    private static void report(String reader, Round round) throws Exception {
        double best = 0;
        long checksum = 0;
        for (int i = 0; i < ROUNDS; i++) {
            long start = THREADS.getCurrentThreadCpuTime();
            checksum = round.run();
            best = Math.max(best, EVENTS * 1e3 / (THREADS.getCurrentThreadCpuTime() - start));
        }
        System.out.printf(
                Locale.ROOT,
                "%-18s best of %d: %.1f M events per CPU second, checksum %d%n",
                reader,
                ROUNDS,
                best,
                checksum);
    }

    private interface Round {
        long run() throws Exception;
    }

    /** Uses each event a little, so that none is optimised away. */
    private static final class Counting implements ChunkSink {
        private long checksum;

        @Override
        public void trace(TraceEvent event) {
            if (event instanceof FieldAccess access) {
                checksum += access.object() + access.thread() + access.epoch() + access.sequence() + access.site();
            }
        }

        @Override
        public void site(Site site) {
            checksum++;
        }

        @Override
        public void lockWait(LockWait wait) {}

        @Override
        public void pause(ThreadPause pause) {}

        @Override
        public void waitThreshold(String eventType, long nanos) {}

        @Override
        public void deadlocked(DeadlockedThread thread) {}

        @Override
        public void agentStatus(StatusFields status) {}

        @Override
        public void loss(String reason, long count) {}

        @Override
        public void dataLoss(long bytes) {
            throw new IllegalStateException("the recording lost " + bytes + " bytes");
        }
    }
}
