package dev.photofinish.weave;

import dev.photofinish.govern.ProcessClocks;
import dev.photofinish.site.FieldCatalog;
import dev.photofinish.site.FieldInfo;
import dev.photofinish.site.SiteRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.tree.ClassNode;
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

    /** @param last behind all other weaving */
    static Weaver weaver(
            Scope scope, WeaveLog log, StaleMethods stale, Predicate<FieldInfo> armed, ClassWeaver.MethodWeaving last) {
        SiteRegistry sites = new SiteRegistry();
        return new Weaver(
                new ClassLoader(null) {},
                scope,
                new FieldCatalog(sites),
                sites,
                log,
                stale,
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
