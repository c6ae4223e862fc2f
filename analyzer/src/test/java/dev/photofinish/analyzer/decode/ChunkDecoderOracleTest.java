package dev.photofinish.analyzer.decode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.analyzer.fixture.ChildJvm;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChunkDecoderOracleTest {
    @Test
    void decode_recordingOfThisJvm_equalsTheJdksReader(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("this.jfr");
        OracleProgram.record(file);
        assertThat(OracleProgram.compare(file)).isGreaterThan(3000);
    }

    @Test
    void decode_recordingOfJdk25_equalsTheJdksReader(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("jdk25.jfr");
        String printed = ChildJvm.run(ChildJvm.jdk25(), OracleProgram.class, file.toString());
        assertThat(printed).contains("events of 25");
        assertThat(DecodedChunks.of(file).counts).containsKeys("photofinish.FieldAccess", "jdk.ThreadPark");
    }
}
