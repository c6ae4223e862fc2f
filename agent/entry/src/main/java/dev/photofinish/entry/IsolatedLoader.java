package dev.photofinish.entry;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;

/** Defines the agent's classes from a folder inside the shipped jar, where the application's loader does not look. */
final class IsolatedLoader extends ClassLoader implements AutoCloseable {
    private static final String FOLDER = "isolated/";

    private final JarFile jar;
    private final String version;

    static {
        registerAsParallelCapable();
    }

    IsolatedLoader(Path jar, ClassLoader parent) throws IOException {
        super("photofinish", parent);
        this.jar = new JarFile(jar.toFile());
        String found = this.jar.getManifest().getMainAttributes().getValue("Implementation-Version");
        this.version = found == null ? "unknown" : found;
    }

    String version() {
        return version;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        JarEntry entry = jar.getJarEntry(FOLDER + name.replace('.', '/') + ".class");
        if (entry == null) {
            throw new ClassNotFoundException(name);
        }
        try (InputStream in = jar.getInputStream(entry)) {
            byte[] bytes = in.readAllBytes();
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }

    @Override
    protected @Nullable URL findResource(String name) {
        JarEntry entry = jar.getJarEntry(FOLDER + name);
        try {
            return entry == null
                    ? null
                    : new URL("jar:" + Path.of(jar.getName()).toUri() + "!/" + FOLDER + name);
        } catch (MalformedURLException e) {
            return null;
        }
    }

    @Override
    public void close() {
        try {
            jar.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
