package dev.photofinish.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.photofinish.event.WindowEvent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlightRecordingTest {
    @TempDir
    private Path directory;

    private static void emit(long window) {
        WindowEvent.emit(window, 0, 0, "time", false, 0, true, "", 0, 0, 0, 0, 0);
    }

    @Test
    void rotations_handOverEveryEventOnce() throws IOException {
        List<Long> windows = new ArrayList<>();
        try (FlightRecording recording = new FlightRecording(true)) {
            recording.start();
            for (long round = 0; round < 4; round++) {
                emit(round * 2);
                emit(round * 2 + 1);
                recording.rotate((bytes, startNanos, durationNanos) -> windows.addAll(read(bytes)));
            }
        }
        assertThat(windows).containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L);
    }

    @Test
    void suspended_writesNothingAndLosesWhatWasNotHandedOver_thenGoesOn() throws IOException {
        List<Long> windows = new ArrayList<>();
        try (FlightRecording recording = new FlightRecording(true)) {
            recording.start();
            emit(0);
            recording.rotate((bytes, startNanos, durationNanos) -> windows.addAll(read(bytes)));
            emit(1);
            assertThat(recording.suspend()).isTrue();
            assertThat(recording.suspend()).isFalse();
            emit(2);
            recording.rotate((bytes, startNanos, durationNanos) -> windows.addAll(read(bytes)));
            recording.start();
            emit(3);
            recording.rotate((bytes, startNanos, durationNanos) -> windows.addAll(read(bytes)));
        }
        assertThat(windows).containsExactly(0L, 3L);
    }

    private List<Long> read(byte[] chunk) throws IOException {
        Path file = Files.write(directory.resolve("chunk.jfr"), chunk);
        return RecordingFile.readAllEvents(file).stream()
                .filter(event -> event.getEventType().getName().equals("photofinish.Window"))
                .map((RecordedEvent event) -> event.getLong("window"))
                .sorted()
                .toList();
    }

    @Test
    void cut_somethingElseThanAChunk_saysWhatItFound() {
        byte[] noise = new byte[100];
        noise[0] = 1;
        assertThatThrownBy(() -> ChunkCutter.cut(new ByteArrayInputStream(noise), 1_000, (bytes, start, length) -> {}))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("expected")
                .hasMessageContaining("1000000");
    }
}
