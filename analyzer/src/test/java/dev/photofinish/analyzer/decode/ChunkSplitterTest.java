package dev.photofinish.analyzer.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ChunkSplitterTest {
    private static final int MAX = 1 << 30;

    @Test
    void next_chunksBackToBack_areReturnedOneByOne() throws IOException {
        byte[] one = new SyntheticChunk().build().array();
        SyntheticChunk larger = new SyntheticChunk();
        larger.type("demo.More");
        byte[] other = larger.build().array();
        ChunkSplitter splitter = new ChunkSplitter(stream(join(one, other)), MAX);
        assertThat(splitter.next()).isEqualTo(ByteBuffer.wrap(one));
        assertThat(splitter.position()).isEqualTo(one.length);
        assertThat(splitter.next()).isEqualTo(ByteBuffer.wrap(other));
        assertThat(splitter.next()).isNull();
        assertThat(splitter.next()).isNull();
    }

    @Test
    void next_streamThatDripsByteByByte_isTheSame() throws IOException {
        byte[] one = new SyntheticChunk().build().array();
        InputStream drip = new InputStream() {
            private final InputStream all = stream(one);

            @Override
            public int read() throws IOException {
                return all.read();
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                return all.read(into, offset, Math.min(1, length));
            }
        };
        assertThat(new ChunkSplitter(drip, MAX).next()).isEqualTo(ByteBuffer.wrap(one));
    }

    @Test
    void next_everyTruncation_saysWhereAndHowMuch() throws IOException {
        byte[] one = new SyntheticChunk().build().array();
        byte[] two = join(one, one);
        for (int length = one.length + 1; length < two.length; length++) {
            ChunkSplitter splitter = new ChunkSplitter(stream(Arrays.copyOf(two, length)), MAX);
            assertThat(splitter.next()).isNotNull();
            assertThatThrownBy(splitter::next)
                    .isInstanceOf(UnusableInputException.class)
                    .hasMessageContaining("at byte " + one.length);
        }
    }

    @Test
    void next_foreignBytes_isNoChunk() {
        assertThatThrownBy(() -> new ChunkSplitter(stream(new byte[] {80, 75, 3, 4, 10, 0, 0, 0}), MAX).next())
                .isInstanceOf(UnusableInputException.class)
                .hasMessage("not a JFR chunk: expected the magic FLR\\0 at byte 0");
    }

    @Test
    void next_headerThatClaimsAGigabyte_allocatesForWhatIsThere() {
        byte[] bytes = new SyntheticChunk().build().putLong(8, MAX).array();
        com.sun.management.ThreadMXBean threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        assertThatThrownBy(() -> new ChunkSplitter(stream(bytes), MAX).next())
                .isInstanceOf(UnusableInputException.class)
                .hasMessage("truncated: expected a chunk of " + MAX + " bytes at byte 0, found only " + bytes.length);
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(16 << 20);
    }

    @Test
    void next_chunkLargerThanAllowed_isRefused() {
        byte[] bytes = new SyntheticChunk().build().array();
        assertThatThrownBy(() -> new ChunkSplitter(stream(bytes), 100).next())
                .isInstanceOf(UnusableInputException.class)
                .hasMessage("chunk size: expected 68 to 100 bytes, found " + bytes.length + " at byte 8");
        assertThatIllegalArgumentException().isThrownBy(() -> new ChunkSplitter(stream(bytes), 1));
    }

    private static InputStream stream(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }

    private static byte[] join(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }
}
