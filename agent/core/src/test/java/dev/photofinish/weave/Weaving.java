package dev.photofinish.weave;

import dev.photofinish.site.FieldCatalog;
import dev.photofinish.site.FieldInfo;
import dev.photofinish.site.SiteRegistry;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.util.CheckClassAdapter;

/** Weavers for tests, and the check that what they made would pass the JVM's verifier. */
final class Weaving {
    private Weaving() {}

    static Weaver weaver(Predicate<FieldInfo> armed, WeaveLog log) {
        return new Weaver(
                new ClassLoader(null) {},
                new Scope(List.of("**"), List.of()),
                new FieldCatalog(),
                new SiteRegistry(),
                log,
                new StaleMethods(),
                armed);
    }

    static byte @Nullable [] weave(Weaver weaver, @Nullable ClassLoader loader, String internalName, byte[] classFile) {
        return weaver.transform(null, loader, internalName, null, null, classFile);
    }

    /** What is wrong with the class file by ASM's own verifier; empty where nothing is. */
    static String problems(byte[] classFile) {
        StringWriter text = new StringWriter();
        CheckClassAdapter.verify(
                new ClassReader(classFile), ClassLoader.getPlatformClassLoader(), false, new PrintWriter(text));
        return text.toString();
    }
}
