package dev.photofinish.site;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * Reads the class files of many loaded classes, each from the jar that the class says it came from, which is opened once: a class
 * loader looks for each class in all of its jars, and makes a URL and a connection of it. Used by one thread.
 *
 * <p>A jar is read only if it is the one that the loader reads: it is among the files that the process has open, under its
 * present name, and was not changed since the JVM started (on Linux both can be told). Of a jar with code for several versions of
 * Java, the JDK's loaders alone are known to take what {@link JarFile} takes. For all other classes the loader is asked, as
 * {@link ClassFiles} does.
 *
 * <p>A jar may be part of another one, as Spring Boot has it. Its sources are {@code jar:nested:/app.jar/!BOOT-INF/lib/library.jar!/},
 * {@code jar:nested:/app.jar/!BOOT-INF/classes/!/}, and before version 3.2 {@code jar:file:/app.jar!/BOOT-INF/lib/library.jar!/}.
 */
public final class LoadedClassFiles implements AutoCloseable {
    private static final Path OPEN_FILES = Path.of("/proc/self/fd");
    private static final long LARGEST = 16L << 20;

    /** What a file of a jar in a jar is named by, and what separates the two names. */
    private static final Map<String, String> SEPARATORS = Map.of("jar:nested:", "/!", "jar:file:", "!/");

    private final Map<String, Opened> bySource = new HashMap<>();
    private final Map<Path, StoredJar> storing = new HashMap<>();
    private final long startMillis;
    private @Nullable Set<String> openFiles;

    /** What a code source is. */
    private interface Opened extends Closeable {
        /** Where the loader is asked. */
        Opened NOTHING = entry -> null;

        /** Null where there is nothing by that name, or nothing that the loader would be sure to take. */
        byte @Nullable [] read(String entry) throws IOException;

        @Override
        default void close() throws IOException {}
    }

    /** Has no jar open yet. */
    public LoadedClassFiles() {
        this(ManagementFactory.getRuntimeMXBean().getStartTime());
    }

    /**
     * @param startMillis since when no jar may have been changed
     */
    LoadedClassFiles(long startMillis) {
        this.startMillis = startMillis;
    }

    /** The bytes of the class file, or null where there is none: a class made at run time. */
    public byte @Nullable [] read(Class<?> type) {
        String name = type.getName().replace('.', '/');
        ClassLoader loader = type.getClassLoader();
        byte[] found = loader == null ? null : fromJar(type, loader, name + ".class");
        return found == null ? ClassFiles.read(loader, name) : found;
    }

    /** Null for whatever is not as expected: the loader is asked then. */
    byte @Nullable [] fromJar(Class<?> type, ClassLoader loader, String entry) {
        try {
            ProtectionDomain domain = type.getProtectionDomain();
            CodeSource source = domain == null ? null : domain.getCodeSource();
            URL location = source == null ? null : source.getLocation();
            if (location == null) {
                return null;
            }
            // A class of the JDK's own: its loader is one of the bootstrap loader's classes.
            boolean ofJdk = loader.getClass().getClassLoader() == null;
            return bySource.computeIfAbsent(location.toString(), name -> open(name, ofJdk))
                    .read(entry);
        } catch (IOException | RuntimeException unusual) {
            // A jar that is damaged, or a security manager: the loader may know better.
            return null;
        }
    }

    private static byte @Nullable [] read(JarFile jar, String name) throws IOException {
        ZipEntry entry = jar.getEntry(name);
        if (entry == null || entry.getSize() <= 0 || entry.getSize() > LARGEST) {
            return null;
        }
        byte[] bytes = new byte[(int) entry.getSize()];
        try (InputStream in = jar.getInputStream(entry)) {
            return in.readNBytes(bytes, 0, bytes.length) == bytes.length ? bytes : null;
        }
    }

    private Opened open(String source, boolean ofJdk) {
        try {
            if (source.startsWith("file:")) {
                return whole(source, ofJdk);
            }
            for (Map.Entry<String, String> form : SEPARATORS.entrySet()) {
                String prefix = form.getKey();
                int end = source.indexOf(form.getValue(), prefix.length());
                if (source.startsWith(prefix) && end > 0 && source.endsWith("!/")) {
                    String inner = source.substring(end + 2, Math.max(end + 2, source.length() - 2));
                    return inside("file:" + source.substring(prefix.length(), end), inner);
                }
            }
            return Opened.NOTHING;
        } catch (IOException | URISyntaxException | RuntimeException unusual) {
            // No jar, or none that can be opened.
            return Opened.NOTHING;
        }
    }

    private Opened whole(String location, boolean ofJdk) throws IOException, URISyntaxException {
        Path path = Path.of(new URI(location));
        if (!Files.isRegularFile(path)) {
            return Opened.NOTHING;
        }
        Path file = path.toRealPath();
        if (!isTheLoaders(file)) {
            return Opened.NOTHING;
        }
        JarFile jar = new JarFile(file.toFile(), false, ZipFile.OPEN_READ, JarFile.runtimeVersion());
        return new Opened() {
            @Override
            public byte @Nullable [] read(String entry) throws IOException {
                return jar.isMultiRelease() && !ofJdk ? null : LoadedClassFiles.read(jar, entry);
            }

            @Override
            public void close() throws IOException {
                jar.close();
            }
        };
    }

    /** A jar, or a directory, that is an entry of another jar. */
    private Opened inside(String location, String inner) throws IOException, URISyntaxException {
        Path file = Path.of(new URI(location)).toRealPath();
        StoredJar outer = storing.get(file);
        if (outer == null) {
            if (!isTheLoaders(file)) {
                return Opened.NOTHING;
            }
            outer = StoredJar.open(file);
            storing.put(file, outer);
        }
        if (inner.endsWith(".jar")) {
            StoredJar library = outer.inner(inner);
            return library.isMultiRelease() ? Opened.NOTHING : entry -> library.read(entry, LARGEST);
        }
        String directory = inner.endsWith("/") ? inner : inner + "/";
        StoredJar jar = outer;
        return jar.isMultiRelease() ? Opened.NOTHING : entry -> jar.read(directory + entry, LARGEST);
    }

    private boolean isTheLoaders(Path file) throws IOException {
        if (openFiles == null) {
            openFiles = openFiles();
        }
        return openFiles.contains(file.toString())
                && FileSystems.getDefault().supportedFileAttributeViews().contains("unix")
                && Files.getAttribute(file, "unix:ctime") instanceof FileTime changed
                && changed.toMillis() < startMillis;
    }

    /** The files that this process has open, by their names now. */
    private static Set<String> openFiles() throws IOException {
        Set<String> names = new HashSet<>();
        if (!Files.isDirectory(OPEN_FILES)) {
            return names;
        }
        try (DirectoryStream<Path> open = Files.newDirectoryStream(OPEN_FILES)) {
            for (Path file : open) {
                target(file).ifPresent(names::add);
            }
        } catch (DirectoryIteratorException interrupted) {
            throw interrupted.getCause();
        }
        return names;
    }

    private static Optional<String> target(Path link) throws IOException {
        try {
            return Optional.of(Files.readSymbolicLink(link).toString());
        } catch (NoSuchFileException closed) {
            // Between the listing and the look at it.
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        try {
            for (Opened opened : bySource.values()) {
                opened.close();
            }
            for (StoredJar jar : storing.values()) {
                jar.close();
            }
        } catch (IOException unlikely) {
            throw new UncheckedIOException(unlikely);
        }
        bySource.clear();
        storing.clear();
    }
}
