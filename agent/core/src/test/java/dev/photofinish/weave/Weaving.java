package dev.photofinish.weave;

import dev.photofinish.govern.ProcessClocks;
import dev.photofinish.site.FieldCatalog;
import dev.photofinish.site.FieldInfo;
import dev.photofinish.site.SiteRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.BasicVerifier;

/** Weavers for tests, and the check that what they made would pass the JVM's verifier. */
final class Weaving {
    private Weaving() {}

    static Weaver weaver(Predicate<FieldInfo> armed, WeaveLog log) {
        return weaver(new Scope(List.of("**"), List.of()), log, new StaleMethods(), armed, Weaving::asIs);
    }

    /** As windows need it. */
    static Weaver assumingWeaver() {
        return assumingWeaver(new WeaveLog(), field -> false);
    }

    /** As windows need it. */
    static Weaver assumingWeaver(WeaveLog log, Predicate<FieldInfo> armed) {
        return weaver(
                FinalReads.ASSUMED,
                new Scope(List.of("**"), List.of()),
                log,
                new StaleMethods(),
                new InitializedNames(type -> false),
                armed,
                Weaving::asIs);
    }

    static Weaver weaver(InitializedNames initialized) {
        return weaver(
                FinalReads.FOLLOWED,
                new Scope(List.of("**"), List.of()),
                new WeaveLog(),
                new StaleMethods(),
                initialized,
                field -> false,
                Weaving::asIs);
    }

    /** @param last behind all other weaving */
    static Weaver weaver(
            Scope scope, WeaveLog log, StaleMethods stale, Predicate<FieldInfo> armed, ClassWeaver.MethodWeaving last) {
        return weaver(FinalReads.FOLLOWED, scope, log, stale, new InitializedNames(type -> false), armed, last);
    }

    private static Weaver weaver(
            FinalReads finals,
            Scope scope,
            WeaveLog log,
            StaleMethods stale,
            InitializedNames initialized,
            Predicate<FieldInfo> armed,
            ClassWeaver.MethodWeaving last) {
        SiteRegistry sites = new SiteRegistry();
        return new Weaver(
                new ClassLoader(null) {},
                finals,
                scope,
                new FieldCatalog(sites),
                sites,
                log,
                stale,
                initialized,
                new ProcessClocks(),
                armed,
                last);
    }

    /** Makes no mistakes. */
    static MethodVisitor asIs(MethodVisitor writer, int access, String method, String descriptor) {
        return writer;
    }

    static byte @Nullable [] weave(Weaver weaver, @Nullable ClassLoader loader, String internalName, byte[] classFile) {
        return weaver.transform(null, loader, internalName, null, null, classFile);
    }

    /** How often each method of the class calls the probe, once the class is woven. */
    static Map<String, Integer> calls(Weaver weaver, Class<?> type, String probe, String method) throws IOException {
        String name = type.getName().replace('.', '/');
        ClassNode node = new ClassNode();
        try (InputStream in = type.getResourceAsStream("/" + name + ".class")) {
            new ClassReader(weave(weaver, type.getClassLoader(), name, in.readAllBytes())).accept(node, 0);
        }
        Map<String, Integer> calls = new HashMap<>();
        for (MethodNode caller : node.methods) {
            int count = 0;
            for (AbstractInsnNode instruction : caller.instructions) {
                if (instruction instanceof MethodInsnNode call
                        && call.owner.equals(probe)
                        && call.name.equals(method)) {
                    count++;
                }
            }
            calls.put(caller.name, count);
        }
        return calls;
    }

    /** What is wrong with the methods of the class file: stack and local variables, not class hierarchies. */
    static List<String> problems(byte[] classFile) {
        ClassNode type = new ClassNode();
        new ClassReader(classFile).accept(type, 0);
        List<String> problems = new ArrayList<>();
        for (MethodNode method : type.methods) {
            try {
                new Analyzer<>(new BasicVerifier()).analyze(type.name, method);
            } catch (AnalyzerException e) {
                problems.add(type.name + "." + method.name + method.desc + ": " + e.getMessage());
            }
        }
        return problems;
    }
}
