package dev.photofinish.weave;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Loads the classes of libraries woven, each into itself: the JVM's own verifier is the judge. */
final class WeavingLoader extends ClassLoader {
    private final ClassLoader source;
    private final Weaver weaver;
    int woven;

    WeavingLoader(ClassLoader source, Weaver weaver) {
        super(ClassLoader.getPlatformClassLoader());
        this.source = source;
        this.weaver = weaver;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        if (name.startsWith("dev.photofinish.") && !name.endsWith(".Subject")) {
            return source.loadClass(name);
        }
        byte @Nullable [] classFile = read(name.replace('.', '/'));
        if (classFile == null) {
            throw new ClassNotFoundException(name);
        }
        byte @Nullable [] result = Weaving.weave(weaver, source, name.replace('.', '/'), classFile);
        if (result == null) {
            return defineClass(name, classFile, 0, classFile.length);
        }
        woven++;
        return defineClass(name, result, 0, result.length);
    }

    private byte @Nullable [] read(String internalName) {
        try (InputStream in = source.getResourceAsStream(internalName + ".class")) {
            return in == null ? null : in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
