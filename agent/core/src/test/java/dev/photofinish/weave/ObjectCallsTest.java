package dev.photofinish.weave;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.Opcodes;

class ObjectCallsTest {
    @Test
    void mapCalls_readOrWriteOrMakeAView() {
        assertThat(of("java/util/Map", "get")).isEqualTo(ObjectCalls.Effect.READ);
        assertThat(of("java/util/HashMap", "computeIfAbsent")).isEqualTo(ObjectCalls.Effect.WRITE);
        assertThat(of("java/util/TreeMap", "headMap")).isEqualTo(ObjectCalls.Effect.VIEW);
        assertThat(of("java/util/List", "set")).isEqualTo(ObjectCalls.Effect.READ);
        assertThat(of("java/util/List", "add")).isEqualTo(ObjectCalls.Effect.WRITE);
        assertThat(of("java/util/Set", "iterator")).isEqualTo(ObjectCalls.Effect.READ_VIEW);
    }

    @Test
    void callsThatTouchNothingShared_areInNoRow() {
        assertThat(of("java/util/Iterator", "hasNext")).isNull();
        assertThat(of("java/util/concurrent/ConcurrentMap", "get")).isNull();
        assertThat(of("com/acme/Map", "get")).isNull();
        assertThat(ObjectCalls.onReceiver(Opcodes.INVOKESPECIAL, "java/util/HashMap", "put"))
                .isNull();
    }

    @Test
    void collectionsThatOthersAreMadeFrom_areRead() {
        assertThat(ObjectCalls.onLastArgument("java/util/ArrayList", "<init>", "(Ljava/util/Collection;)V"))
                .isEqualTo(ObjectCalls.Effect.READ);
        assertThat(ObjectCalls.onLastArgument("java/util/Collections", "sort", "(Ljava/util/List;)V"))
                .isEqualTo(ObjectCalls.Effect.WRITE);
        assertThat(ObjectCalls.onLastArgument("java/util/List", "add", "(Ljava/lang/Object;)Z"))
                .isNull();
    }

    private static ObjectCalls.@Nullable Effect of(String owner, String method) {
        return ObjectCalls.onReceiver(Opcodes.INVOKEINTERFACE, owner, method);
    }
}
