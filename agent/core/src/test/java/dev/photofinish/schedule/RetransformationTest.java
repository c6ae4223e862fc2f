package dev.photofinish.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.govern.ProcessClocks;
import dev.photofinish.site.FieldCatalog;
import dev.photofinish.site.SiteRegistry;
import dev.photofinish.weave.FinalReads;
import dev.photofinish.weave.InitializedNames;
import dev.photofinish.weave.Scope;
import dev.photofinish.weave.StaleMethods;
import dev.photofinish.weave.WeaveLog;
import dev.photofinish.weave.Weaver;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

class RetransformationTest {
    private static final long MILLI = 1_000_000L;

    @Test
    void next_afterALongExchange_isFewerButNotTooFew() {
        assertThat(Retransformation.next(400, 80 * MILLI)).isEqualTo(300);
        assertThat(Retransformation.next(100, 80 * MILLI)).isEqualTo(100);
    }

    @Test
    void next_afterAShortExchange_isMoreButNotTooMany() {
        assertThat(Retransformation.next(400, 25 * MILLI)).isEqualTo(500);
        assertThat(Retransformation.next(600, 25 * MILLI)).isEqualTo(600);
    }

    @Test
    void next_between_isAsMany() {
        assertThat(Retransformation.next(400, 35 * MILLI)).isEqualTo(400);
    }

    @Test
    void classThatTheJvmCannotLink_isLookedForAmongThoseThatAreNotInitialized() {
        class Broken {}
        class Loaded {}
        class Unused {}
        List<List<Class<?>>> exchanges = new ArrayList<>();
        WeaveLog log = new WeaveLog();
        retransformation(log, weaver(log), exchanges, Broken.class, () -> {})
                .run(List.of(String.class, Loaded.class, Integer.class, Broken.class, Long.class, Unused.class));
        assertThat(exchanges)
                .containsExactly(
                        List.of(String.class, Integer.class, Long.class), List.of(Loaded.class), List.of(Unused.class));
        assertThat(log.notWeavable()).containsOnlyKeys(Broken.class.getName());
    }

    @Test
    void classOfWhichAnotherIsMissing_isFound_andTheRestExchangedAtOnce() throws ClassNotFoundException {
        class Loaded {}
        class Unused {}
        Class<?> unlinkable = unlinkable();
        List<List<Class<?>>> exchanges = new ArrayList<>();
        WeaveLog log = new WeaveLog();
        retransformation(log, weaver(log), exchanges, unlinkable, () -> {})
                .run(List.of(String.class, Loaded.class, unlinkable, Long.class, Unused.class));
        assertThat(exchanges).containsExactly(List.of(String.class, Loaded.class, Long.class, Unused.class));
        assertThat(log.notWeavable()).containsOnlyKeys("Unlinkable");
    }

    @Test
    void classThatTheJvmHandedOverLast_isAtFault() {
        class Broken {}
        List<List<Class<?>>> exchanges = new ArrayList<>();
        WeaveLog log = new WeaveLog();
        Weaver weaver = weaver(log);
        Runnable handing = () -> weaver.transform(null, null, "Broken", Broken.class, null, new byte[0]);
        retransformation(log, weaver, exchanges, Broken.class, handing)
                .run(List.of(String.class, Broken.class, Long.class));
        assertThat(exchanges).containsExactly(List.of(String.class), List.of(Long.class));
        assertThat(log.notWeavable()).containsOnlyKeys(Broken.class.getName());
    }

    /** Of a JVM that refuses every batch with that class, after it has handed over what it does. */
    private static Retransformation retransformation(
            WeaveLog log, Weaver weaver, List<List<Class<?>>> exchanges, Class<?> refused, Runnable handing) {
        Instrumentation jvm = (Instrumentation) Proxy.newProxyInstance(
                RetransformationTest.class.getClassLoader(),
                new Class<?>[] {Instrumentation.class},
                (proxy, method, arguments) -> {
                    List<Class<?>> classes = List.of((Class<?>[]) arguments[0]);
                    if (classes.contains(refused)) {
                        handing.run();
                        throw new InternalError("class redefinition failed: invalid class");
                    }
                    exchanges.add(classes);
                    return null;
                });
        return new Retransformation(jvm, weaver, log, new ProcessClocks(), type -> type.getClassLoader() == null);
    }

    /** Its method returns an object of a class that there is not, as another class: the verifier looks for it. */
    private static Class<?> unlinkable() throws ClassNotFoundException {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, "Unlinkable", null, "java/lang/Object", null);
        MethodVisitor method = writer.visitMethod(Opcodes.ACC_STATIC, "made", "()Ljava/lang/Number;", null, null);
        method.visitCode();
        method.visitTypeInsn(Opcodes.NEW, "Missing");
        method.visitInsn(Opcodes.DUP);
        method.visitMethodInsn(Opcodes.INVOKESPECIAL, "Missing", "<init>", "()V", false);
        method.visitInsn(Opcodes.ARETURN);
        method.visitMaxs(2, 0);
        method.visitEnd();
        writer.visitEnd();
        byte[] classFile = writer.toByteArray();
        return new ClassLoader(null) {
            @Override
            protected Class<?> findClass(String name) throws ClassNotFoundException {
                if (!name.equals("Unlinkable")) {
                    throw new ClassNotFoundException(name);
                }
                return defineClass(name, classFile, 0, classFile.length);
            }
        }.loadClass("Unlinkable");
    }

    private static Weaver weaver(WeaveLog log) {
        SiteRegistry sites = new SiteRegistry();
        return new Weaver(
                new ClassLoader(null) {},
                FinalReads.ASSUMED,
                new Scope(List.of("**"), List.of()),
                new FieldCatalog(sites),
                sites,
                log,
                new StaleMethods(),
                new InitializedNames(type -> false),
                new ProcessClocks(),
                field -> false);
    }
}
