package dev.photofinish.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Thresholds of the JDK's own events, adapted to what real chunks hold. */
class WaitEventsTest {
    private static final long MILLI = 1_000_000;
    private static final int THREADS = 40;
    private static final int PARKS = 5;

    private final WaitEvents events = new WaitEvents();

    @Test
    void adapt_manyParks_raisesTheirThresholdAlone_andFewLetItFallAgain(@TempDir Path directory) throws Exception {
        try (Recording recording = new Recording()) {
            events.enable(recording);
            recording.start();
            byte[] busy = chunkOf(directory.resolve("busy.jfr"), WaitEventsTest::parkALot);
            byte[] quiet = chunkOf(directory.resolve("quiet.jfr"), () -> {});
            events.adapt(recording, busy, Duration.ofSeconds(1).toNanos());
            assertThat(events.parkThresholdNanos()).isGreaterThanOrEqualTo(20 * MILLI);
            assertThat(events.monitorThresholdNanos()).isEqualTo(10 * MILLI);
            assertThat(recording.getSettings().get("jdk.ThreadPark#threshold"))
                    .isEqualTo(events.parkThresholdNanos() + " ns");
            for (int i = 0; i < 10; i++) {
                events.adapt(recording, quiet, Duration.ofSeconds(10).toNanos());
            }
            assertThat(events.parkThresholdNanos()).isEqualTo(10 * MILLI);
        }
    }

    @Test
    void byType_aChunk_countsAsTheJdksReader(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("parks.jfr");
        byte[] chunk = chunkOf(file, WaitEventsTest::parkALot);
        long read = 0;
        long id = 0;
        try (RecordingFile recording = new RecordingFile(file)) {
            while (recording.hasMoreEvents()) {
                var event = recording.readEvent();
                if (event.getEventType().getName().equals("jdk.ThreadPark")) {
                    read++;
                    id = event.getEventType().getId();
                }
            }
        }
        assertThat(read).isGreaterThanOrEqualTo(THREADS * PARKS);
        assertThat(EventCounts.byType(chunk)[(int) id]).isEqualTo(read);
    }

    @Test
    void byType_aTruncatedChunk_countsWhatIsWhole(@TempDir Path directory) throws Exception {
        byte[] chunk = chunkOf(directory.resolve("cut.jfr"), WaitEventsTest::parkALot);
        for (int length = 0; length < chunk.length; length += 97) {
            byte[] cut = Arrays.copyOf(chunk, length);
            assertThat(Arrays.stream(EventCounts.byType(cut)).sum())
                    .isLessThanOrEqualTo(
                            Arrays.stream(EventCounts.byType(chunk)).sum());
        }
    }

    private static void parkALot() throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            Thread thread = new Thread(() -> {
                for (int park = 0; park < PARKS; park++) {
                    // May end early; only the events count.
                    LockSupport.parkNanos(MILLI);
                }
            });
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private interface Work {
        void run() throws Exception;
    }

    /** The one chunk of a recording of its own, of all parks however short. */
    private static byte[] chunkOf(Path file, Work work) throws Exception {
        try (Recording recording = new Recording()) {
            recording.enable("jdk.ThreadPark").withThreshold(Duration.ZERO).withoutStackTrace();
            recording.start();
            work.run();
            recording.stop();
            recording.dump(file);
        }
        List<byte[]> chunks = new ArrayList<>();
        ChunkCutter.cut(
                new ByteArrayInputStream(Files.readAllBytes(file)),
                1 << 30,
                (bytes, startNanos, durationNanos) -> chunks.add(bytes));
        return chunks.get(chunks.size() - 1);
    }
}
