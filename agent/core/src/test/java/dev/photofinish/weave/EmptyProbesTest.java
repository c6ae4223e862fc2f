package dev.photofinish.weave;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

class EmptyProbesTest {
    static Set<String> probes() {
        return new TreeSet<>(Probes.ALL);
    }

    private static byte[] bytes(String probe) throws IOException {
        try (InputStream in = Objects.requireNonNull(ClassLoader.getSystemResourceAsStream(probe + ".class"))) {
            return in.readAllBytes();
        }
    }

    private static ClassNode read(byte[] classFile) {
        ClassNode type = new ClassNode();
        new ClassReader(classFile).accept(type, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return type;
    }

    private static boolean isEmpty(MethodNode method) {
        return method.instructions.size() == 1 && method.instructions.get(0).getOpcode() == Opcodes.RETURN;
    }

    /** Those that work while the gate is closed as well: a new one that is found here is either meant so, or does not begin at the gate. */
    @Test
    void methodsThatKeepTheirBodies_areThese() throws IOException {
        List<String> kept = new ArrayList<>();
        for (String probe : probes()) {
            for (MethodNode method : read(EmptyProbes.emptied(bytes(probe))).methods) {
                if (Modifier.isPublic(method.access) && !isEmpty(method)) {
                    kept.add(probe.substring(probe.lastIndexOf('/') + 1) + "." + method.name);
                }
            }
        }
        assertThat(new TreeSet<>(kept))
                .containsExactly(
                        "MemberProbe.learned",
                        "MonitorProbe.await",
                        "StampProbe.optimistic",
                        "StampProbe.restart",
                        "SyncProbe.handleAcquire",
                        "SyncProbe.handleRelease");
    }

    @ParameterizedTest
    @MethodSource("probes")
    void emptiedClass_hasTheSameMethodsAndFields_andVerifies(String probe) throws Exception {
        byte[] classFile = bytes(probe);
        byte[] emptied = EmptyProbes.emptied(classFile);
        assertThat(read(emptied).methods.stream().map(method -> method.access + method.name + method.desc))
                .containsExactlyElementsOf(read(classFile).methods.stream()
                        .map(method -> method.access + method.name + method.desc)
                        .toList());
        assertThat(read(emptied).fields.stream().map(field -> field.access + field.name + field.desc))
                .containsExactlyElementsOf(read(classFile).fields.stream()
                        .map(field -> field.access + field.name + field.desc)
                        .toList());
        Class<?> type = new ClassLoader(EmptyProbesTest.class.getClassLoader()) {
            Class<?> define() {
                return defineClass(probe.replace('/', '.'), emptied, 0, emptied.length);
            }
        }.define();
        // Makes the JVM verify it: an application's loader has its classes verified.
        for (Method method : type.getDeclaredMethods()) {
            assertThat(method.getDeclaringClass()).isSameAs(type);
        }
        Class.forName(type.getName(), true, type.getClassLoader());
    }

    @Test
    void classOfNobodyElse_isTouched() throws IOException {
        EmptyProbes transformer = new EmptyProbes();
        byte[] classFile = bytes(Probes.FIELD);
        assertThat(transformer.transform(null, null, "java/lang/Object", Object.class, null, classFile))
                .isNull();
        assertThat(transformer.transform(null, null, Probes.FIELD, null, null, classFile))
                .as("at loading")
                .isNull();
        assertThat(transformer.transform(null, getClass().getClassLoader(), Probes.FIELD, getClass(), null, classFile))
                .as("an application's class of that name")
                .isNull();
        assertThat(transformer.problem()).isNull();
    }

    @Test
    void classThatCannotBeRead_isLeftAndTold() {
        EmptyProbes transformer = new EmptyProbes();
        assertThat(transformer.transform(null, null, Probes.FIELD, Object.class, null, new byte[] {1, 2, 3}))
                .isNull();
        assertThat(transformer.problem()).isNotNull();
    }
}
