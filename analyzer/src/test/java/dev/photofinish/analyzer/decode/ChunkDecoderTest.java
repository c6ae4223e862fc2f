package dev.photofinish.analyzer.decode;

import static dev.photofinish.analyzer.decode.SyntheticChunk.field;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.photofinish.analyzer.trace.SyncEdge;
import dev.photofinish.analyzer.trace.ThreadPause;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class ChunkDecoderTest {
    private final SyntheticChunk chunk = new SyntheticChunk();

    @Test
    void decode_fieldsInAnotherOrderWithUnknownOnesBetween_findsThem() {
        int point = chunk.type("demo.Point", field("x", SyntheticChunk.INT), field("y", SyntheticChunk.DOUBLE));
        int type = chunk.type(
                "photofinish.SyncEdge",
                field("toEpoch", SyntheticChunk.INT),
                field("note", SyntheticChunk.TEXT),
                field("toThread", SyntheticChunk.INT),
                field("where", point),
                field("fromEpoch", SyntheticChunk.LONG),
                new SyntheticChunk.Field("trail", point, false, true),
                field("fromThread", SyntheticChunk.INT),
                new SyntheticChunk.Field("names", SyntheticChunk.TEXT, true, true),
                field("sequence", SyntheticChunk.INT),
                field("object", SyntheticChunk.LONG),
                field("rule", SyntheticChunk.INT),
                field("window", SyntheticChunk.LONG));
        chunk.event(type, body -> {
            body.number(6).text("a note").number(5).number(-1).real(0.5).number(4);
            body.number(2).number(1).real(1).number(2).real(2);
            body.number(3).number(3).number(70).number(71).number(72);
            body.number(2).number(9).number(25).number(1L << 40);
        });
        assertThat(decode().traces).containsExactly(new SyncEdge(1L << 40, 2, 3, 4, 5, 6, 0, 0, 9));
    }

    @Test
    void decode_unknownTypes_areSkippedAndCounted() {
        int type = chunk.type("demo.Custom", field("text", SyntheticChunk.TEXT));
        chunk.event(type, body -> body.text("x"));
        chunk.event(99, body -> body.raw(1).raw(2));
        assertThat(decode().counts).containsOnly(org.assertj.core.api.Assertions.entry("other", 2L));
    }

    @Test
    void decode_typeWithoutAFieldThatIsNeeded_saysWhich() {
        chunk.type("photofinish.SyncEdge", field("window", SyntheticChunk.LONG));
        assertThatThrownBy(this::decode)
                .isInstanceOf(UnusableInputException.class)
                .hasMessageContaining("expected a field sequence of photofinish.SyncEdge, found only [window]");
    }

    @Test
    void decode_fieldOfAnotherType_saysWhatWasExpectedAndFound() {
        chunk.type("photofinish.Loss", field("reason", SyntheticChunk.LONG), field("count", SyntheticChunk.LONG));
        assertThatThrownBy(this::decode)
                .isInstanceOf(UnusableInputException.class)
                .hasMessageContaining(
                        "expected field reason of photofinish.Loss to be one of [java.lang.String], found long");
    }

    @Test
    void decode_eventOfTheJdkWithOtherFields_isLeftOutAndNamed() {
        int park = chunk.type(
                "jdk.ThreadPark",
                field("duration", SyntheticChunk.LONG),
                field("parkedClass", SyntheticChunk.TEXT),
                field("startTime", SyntheticChunk.LONG));
        int sleep = chunk.type(
                "jdk.ThreadSleep", field("startTime", SyntheticChunk.LONG), field("duration", SyntheticChunk.LONG));
        int collection = chunk.type(
                "jdk.GCPhasePause", field("startTime", SyntheticChunk.LONG), field("duration", SyntheticChunk.LONG));
        chunk.event(park, body -> body.number(5).text("acme.Lock").number(1));
        chunk.event(sleep, body -> body.number(1).number(2));
        chunk.event(collection, body -> body.number(1).number(7));
        DecodedChunks decoded = decode();
        assertThat(decoded.losses)
                .singleElement()
                .asString()
                .contains("jdk.ThreadPark", "expected field parkedClass", "found java.lang.String", "1");
        assertThat(decoded.pauses).extracting(ThreadPause::nanos).containsExactly(7L);
    }

    @Test
    void decode_numberOutOfItsRange_namesFieldValueAndByte() {
        int type = syncEdge();
        chunk.event(
                type,
                body -> body.number(1)
                        .number(0)
                        .number(1)
                        .number(1)
                        .number(2)
                        .number(1)
                        .number(1)
                        .number(1));
        assertThatThrownBy(this::decode)
                .isInstanceOf(UnusableInputException.class)
                .hasMessage(
                        "photofinish.SyncEdge: expected sequence to be 1 to 2147483647, found 0 in the event at byte 68");
    }

    @Test
    void decode_eventShorterThanItsType_isRefused() {
        int type = syncEdge();
        chunk.event(type, body -> body.number(1).number(1));
        chunk.event(
                type,
                body -> body.number(1).number(1).number(1).number(1).number(2).number(1));
        assertThatThrownBy(this::decode)
                .isInstanceOf(UnusableInputException.class)
                .hasMessageContaining("expected 1 more bytes at byte 72, found the end at byte 72");
    }

    @Test
    void decode_longAndNegativeNumbers_areReadWhole() {
        int type = chunk.type(
                "photofinish.Loss", field("reason", SyntheticChunk.TEXT), field("count", SyntheticChunk.LONG));
        chunk.event(type, body -> body.text("r").number(Long.MAX_VALUE));
        assertThat(decode().losses).containsExactly("r " + Long.MAX_VALUE);
        chunk.event(type, body -> body.text("r").number(-1));
        assertThatThrownBy(this::decode).hasMessageContaining("expected count to be 0 or more, found -1");
    }

    @Test
    void decode_textInThePool_isLookedUp() {
        int type = chunk.type(
                "photofinish.Loss", field("reason", SyntheticChunk.TEXT), field("count", SyntheticChunk.LONG));
        chunk.event(type, body -> body.raw(2).number(77).number(1));
        chunk.event(type, body -> body.raw(2).number(78).number(2));
        chunk.checkpoint(SyntheticChunk.TEXT, 1, body -> body.number(77).text("pooled"));
        assertThat(decode().losses).containsExactly("pooled 1", " 2");
    }

    @Test
    void decode_textThatRefersToItself_isRefused() {
        int type = chunk.type(
                "photofinish.Loss", field("reason", SyntheticChunk.TEXT), field("count", SyntheticChunk.LONG));
        chunk.event(type, body -> body.raw(2).number(77).number(1));
        chunk.checkpoint(SyntheticChunk.TEXT, 1, body -> body.number(77).raw(2).number(77));
        assertThatThrownBy(this::decode)
                .isInstanceOf(UnusableInputException.class)
                .hasMessageContaining("found a reference to 77");
    }

    @Test
    void decode_typeThatContainsItself_isRefused() {
        int type = 90;
        chunk.type(type, "demo.Endless", field("next", 90));
        chunk.checkpoint(type, 1, body -> body.number(1));
        assertThatThrownBy(this::decode)
                .isInstanceOf(UnusableInputException.class)
                .hasMessageContaining("nested up to 16 deep, found more in demo.Endless");
    }

    @Test
    void decode_typeThatDoublesAtEachLevel_isRefusedInTime() {
        int levels = 14;
        chunk.type(100, "demo.Level0");
        for (int level = 1; level <= levels; level++) {
            SyntheticChunk.Field[] fields = new SyntheticChunk.Field[8];
            for (int i = 0; i < fields.length; i++) {
                fields[i] = field("f" + i, 100 + level - 1);
            }
            chunk.type(100 + level, "demo.Level" + level, fields);
        }
        chunk.checkpoint(100 + levels, 1, body -> body.number(1));
        assertThatThrownBy(this::decode)
                .isInstanceOf(UnusableInputException.class)
                .hasMessageContaining("of together up to 1048576 fields, found more");
    }

    @Test
    void decode_manyArraysOfNothing_takesTimeByBytesOnly() {
        int nothing = chunk.type("demo.Nothing");
        int arrays = chunk.type("demo.Arrays", new SyntheticChunk.Field("all", nothing, false, true));
        int constants = 100_000;
        chunk.checkpoint(arrays, constants, body -> {
            for (int i = 0; i < constants; i++) {
                body.number(i).number(i < constants / 2 ? 100_000 : 0);
            }
        });
        assertThat(decode().counts).isEmpty();
    }

    @Test
    void decode_countLargerThanTheBytesThatFollow_isRefusedBeforeAnythingIsAllocated() {
        int type = chunk.type(
                "photofinish.Loss", field("reason", SyntheticChunk.TEXT), field("count", SyntheticChunk.LONG));
        chunk.event(type, body -> body.raw(3).number(Integer.MAX_VALUE).number(1));
        assertThatThrownBy(this::decode)
                .isInstanceOf(UnusableInputException.class)
                .hasMessageContaining("number of text bytes: expected 0 to the 1 bytes that follow, found 2147483647");
    }

    @Test
    void decode_directBufferAndSliceOfAnArray_areReadAlike() {
        int type = syncEdge();
        chunk.event(
                type,
                body -> body.number(1)
                        .number(1)
                        .number(1)
                        .number(1)
                        .number(2)
                        .number(1)
                        .number(1)
                        .number(1));
        ByteBuffer built = chunk.build();
        ByteBuffer direct = ByteBuffer.allocateDirect(built.remaining() + 6);
        direct.position(6).put(built.duplicate()).position(6);
        ByteBuffer padded = ByteBuffer.allocate(built.remaining() + 9);
        padded.position(5).put(built.duplicate()).flip().position(5);
        DecodedChunks decoded = new DecodedChunks();
        decoded.add(direct);
        decoded.add(padded);
        decoded.add(padded.slice());
        assertThat(decoded.traces).hasSize(3);
        assertThat(direct.position()).isEqualTo(6);
        assertThat(padded.position()).isEqualTo(5);
    }

    @Test
    void decode_headerOfAnotherKind_saysWhatIsWrong() {
        assertThatThrownBy(() -> decodeWith(0, (byte) 'X')).hasMessageContaining("expected the magic FLR");
        assertThatThrownBy(() -> decodeWith(5, (byte) 9)).hasMessageContaining("expected 2.x, found 9 at byte 4");
        assertThatThrownBy(() -> decodeWith(67, (byte) 0)).hasMessageContaining("expected compressed integers");
        assertThatThrownBy(() -> decodeWith(15, (byte) 3)).hasMessageContaining("chunk size: expected");
        assertThatThrownBy(() -> decodeWith(31, (byte) 0)).hasMessageContaining("has not finished this chunk");
    }

    private void decodeWith(int position, byte value) {
        decodeOf(chunk.build().put(position, value));
    }

    private int syncEdge() {
        return chunk.type(
                "photofinish.SyncEdge",
                field("window", SyntheticChunk.LONG),
                field("sequence", SyntheticChunk.INT),
                field("fromThread", SyntheticChunk.INT),
                field("fromEpoch", SyntheticChunk.INT),
                field("toThread", SyntheticChunk.INT),
                field("toEpoch", SyntheticChunk.INT),
                field("rule", SyntheticChunk.INT),
                field("object", SyntheticChunk.LONG));
    }

    private DecodedChunks decode() {
        return decodeOf(chunk.build());
    }

    private static DecodedChunks decodeOf(ByteBuffer bytes) {
        DecodedChunks decoded = new DecodedChunks();
        decoded.add(bytes);
        return decoded;
    }
}
