package dev.photofinish.analyzer.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.analyzer.decode.UnusableInputException;
import dev.photofinish.analyzer.fixture.AgentScript;
import dev.photofinish.analyzer.fixture.Chunks;
import dev.photofinish.analyzer.fixture.Collected;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** Real chunks, cut and corrupted: nothing but {@link UnusableInputException} comes out, in bounded time and memory. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(300)
class HostileInputTest {
    private static final int MANGLED = 500;
    private static final long ALLOWED_BYTES = 256L << 20;

    private final com.sun.management.ThreadMXBean threads =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final Random random = new Random(20261123);
    private ByteBuffer chunk = ByteBuffer.allocate(0);
    private int damaged;
    private int sound;

    @BeforeAll
    void record() throws Exception {
        chunk = Chunks.record(() -> {
                    AgentScript.status("i-1");
                    AgentScript.sites();
                    AgentScript.race(1);
                    AgentScript.end(1);
                    AgentScript.ordered(2);
                    AgentScript.end(2);
                    AgentScript.handoff(3);
                    AgentScript.end(3);
                    AgentScript.loss("r", 1);
                })
                .get(0);
    }

    @BeforeEach
    void forget() {
        damaged = 0;
        sound = 0;
    }

    @Test
    void accept_chunkCut_isRefused() {
        int length = chunk.remaining();
        for (int cut = 0; cut < length; cut += cut < 512 || cut > length - 1024 ? 1 : 97) {
            byte[] bytes = new byte[cut];
            chunk.duplicate().get(bytes);
            analyze(ByteBuffer.wrap(bytes));
        }
        assertThat(sound).isZero();
    }

    @Test
    void accept_chunkCutWithAHeaderThatFits_throwsNothingElse() {
        int length = chunk.remaining();
        for (int cut = 16; cut < length; cut += cut < 512 || cut > length - 1024 ? 1 : 97) {
            analyze(Chunks.cut(chunk, cut));
        }
        assertThat(damaged).isPositive();
    }

    @Test
    void accept_oneByteReplaced_throwsNothingElse() {
        for (int i = 0; i < MANGLED; i++) {
            byte[] bytes = Chunks.bytes(chunk);
            bytes[16 + random.nextInt(bytes.length - 16)] = (byte) random.nextInt();
            analyze(ByteBuffer.wrap(bytes));
        }
        assertThat(damaged).isPositive();
        assertThat(sound).isPositive();
    }

    @Test
    void accept_manyBytesReplaced_throwsNothingElse() {
        for (int i = 0; i < MANGLED; i++) {
            byte[] bytes = Chunks.bytes(chunk);
            int count = 1 + random.nextInt(64);
            for (int j = 0; j < count; j++) {
                bytes[16 + random.nextInt(bytes.length - 16)] = extreme();
            }
            analyze(ByteBuffer.wrap(bytes));
        }
        assertThat(damaged).isPositive();
    }

    @Test
    void accept_runsOfBytesReplaced_throwsNothingElse() {
        for (int i = 0; i < MANGLED; i++) {
            byte[] bytes = Chunks.bytes(chunk);
            int start = 16 + random.nextInt(bytes.length - 16);
            int end = Math.min(bytes.length, start + 1 + random.nextInt(200));
            byte value = extreme();
            for (int j = start; j < end; j++) {
                bytes[j] = value;
            }
            analyze(ByteBuffer.wrap(bytes));
        }
        assertThat(damaged).isPositive();
    }

    private byte extreme() {
        return switch (random.nextInt(4)) {
            case 0 -> (byte) 0xFF;
            case 1 -> (byte) 0x7F;
            case 2 -> 0;
            default -> (byte) random.nextInt();
        };
    }

    private void analyze(ByteBuffer bytes) {
        long before = threads.getCurrentThreadAllocatedBytes();
        InstanceAnalysis analysis = new InstanceAnalysis("a file", new Collected());
        try {
            analysis.accept(bytes);
            sound++;
        } catch (UnusableInputException e) {
            damaged++;
            assertThat(e).hasMessageMatching("(?s).*(expected|truncated).+");
        }
        analysis.finish();
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(ALLOWED_BYTES);
    }
}
