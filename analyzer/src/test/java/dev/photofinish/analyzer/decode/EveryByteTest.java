package dev.photofinish.analyzer.decode;

import static dev.photofinish.analyzer.decode.SyntheticChunk.field;
import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.analyzer.finding.Frame;
import dev.photofinish.analyzer.fixture.Chunks;
import dev.photofinish.analyzer.trace.LockWait;
import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A small chunk with one of everything, cut at every byte, and with every bit of it turned. */
@Timeout(300)
class EveryByteTest {
    private static final int SYMBOL = 90;
    private static final int CLASS = 91;
    private static final int THREAD = 92;
    private static final int METHOD = 93;
    private static final int FRAME = 94;
    private static final int STACK = 95;

    private static final int[] EXTREMES = {0, 1, 2, 5, 6, 0x3F, 0x7F, 0x80, 0x81, 0xBF, 0xFE, 0xFF};

    private final ByteBuffer chunk = chunk();

    @Test
    void decode_chunkItself_isSound() {
        DecodedChunks decoded = new DecodedChunks();
        decoded.add(chunk);
        assertThat(decoded.waits)
                .containsExactly(new LockWait(
                        LockWait.Kind.MONITOR,
                        "acme.Lock",
                        "worker",
                        decoded.waits.get(0).startNanos(),
                        77,
                        List.of(new Frame("acme.Lock", "run", 8))));
        assertThat(decoded.losses).containsExactly("pooled 5");
    }

    @Test
    void decode_cutAtEveryByte_isRefused() {
        for (int length = 0; length < chunk.remaining(); length++) {
            assertThat(sound(Chunks.cut(chunk, length))).as("cut at %s", length).isFalse();
        }
    }

    @Test
    void decode_everyByteReplaced_throwsNothingElse() {
        int sound = 0;
        for (int position = 0; position < chunk.remaining(); position++) {
            for (int value : EXTREMES) {
                sound += sound(Chunks.with(chunk, position, value)) ? 1 : 0;
            }
            for (int bit = 0; bit < Byte.SIZE; bit++) {
                sound += sound(Chunks.with(chunk, position, chunk.get(position) ^ (1 << bit))) ? 1 : 0;
            }
        }
        assertThat(sound).isBetween(chunk.remaining(), (EXTREMES.length + Byte.SIZE) * chunk.remaining());
    }

    private static boolean sound(ByteBuffer bytes) {
        try {
            new DecodedChunks().add(bytes);
            return true;
        } catch (UnusableInputException e) {
            return false;
        }
    }

    private static ByteBuffer chunk() {
        SyntheticChunk chunk = new SyntheticChunk();
        chunk.type(SYMBOL, "jdk.types.Symbol", field("string", SyntheticChunk.TEXT));
        chunk.type(CLASS, "java.lang.Class", constant("name", SYMBOL));
        chunk.type(
                THREAD,
                "java.lang.Thread",
                field("osName", SyntheticChunk.TEXT),
                field("javaName", SyntheticChunk.TEXT),
                field("javaThreadId", SyntheticChunk.LONG));
        chunk.type(METHOD, "jdk.types.Method", constant("type", CLASS), constant("name", SYMBOL));
        chunk.type(FRAME, "jdk.types.StackFrame", constant("method", METHOD), field("lineNumber", SyntheticChunk.INT));
        chunk.type(
                STACK,
                "jdk.types.StackTrace",
                field("truncated", SyntheticChunk.BOOLEAN),
                new SyntheticChunk.Field("frames", FRAME, false, true));
        int enter = chunk.type(
                "jdk.JavaMonitorEnter",
                field("startTime", SyntheticChunk.LONG),
                field("duration", SyntheticChunk.LONG),
                constant("stackTrace", STACK),
                constant("monitorClass", CLASS),
                constant("previousOwner", THREAD));
        int loss = chunk.type(
                "photofinish.Loss", field("reason", SyntheticChunk.TEXT), field("count", SyntheticChunk.LONG));
        chunk.checkpoint(
                SYMBOL, 2, body -> body.number(1).text("acme/Lock").number(2).text("run"));
        chunk.checkpoint(CLASS, 1, body -> body.number(4).number(1));
        chunk.checkpoint(METHOD, 1, body -> body.number(5).number(4).number(2));
        chunk.checkpoint(
                THREAD, 1, body -> body.number(6).text("os").text("worker").number(31));
        chunk.checkpoint(
                STACK, 1, body -> body.number(7).raw(0).number(1).number(5).number(8));
        chunk.checkpoint(SyntheticChunk.TEXT, 1, body -> body.number(8).text("pooled"));
        chunk.event(enter, body -> body.number(5).number(77).number(7).number(4).number(6));
        chunk.event(loss, body -> body.raw(2).number(8).number(5));
        return chunk.build();
    }

    private static SyntheticChunk.Field constant(String name, int type) {
        return new SyntheticChunk.Field(name, type, true, false);
    }
}
