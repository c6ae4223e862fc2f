package dev.photofinish.weave;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.Opcodes;

class BulkCallsTest {
    @Test
    void arraycopy_readsOneSpanAndWritesAnother() {
        assertThat(of("java/lang/System", "arraycopy", "(Ljava/lang/Object;ILjava/lang/Object;II)V"))
                .containsExactly(
                        new BulkCalls.Range(0, false, 1, 4, true), new BulkCalls.Range(2, true, 3, 4, true));
    }

    @Test
    void fill_writesTheWholeArrayOrTheRange() {
        assertThat(of("java/util/Arrays", "fill", "([II)V"))
                .containsExactly(new BulkCalls.Range(0, true, BulkCalls.WHOLE, BulkCalls.WHOLE, false));
        assertThat(of("java/util/Arrays", "fill", "([IIII)V"))
                .containsExactly(new BulkCalls.Range(0, true, 1, 2, false));
    }

    @Test
    void copyOf_readsNoMoreThanItCopies() {
        assertThat(of("java/util/Arrays", "copyOf", "([JI)[J"))
                .containsExactly(new BulkCalls.Range(0, false, BulkCalls.WHOLE, 1, false));
    }

    @Test
    void otherCalls_touchNoArray() {
        assertThat(of("java/util/Arrays", "asList", "([Ljava/lang/Object;)Ljava/util/List;"))
                .isEmpty();
        assertThat(of("java/lang/String", "valueOf", "(C)Ljava/lang/String;")).isEmpty();
    }

    private static List<BulkCalls.Range> of(String owner, String name, String descriptor) {
        return BulkCalls.of(Opcodes.INVOKESTATIC, owner, name, descriptor);
    }
}
