package dev.photofinish.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.condition.OS.LINUX;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.security.cert.Certificate;
import java.util.Arrays;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

class LoadedClassFilesTest {
    private static final String ENTRY = "a/B.class";

    @TempDir
    Path directory;

    /** Any class loader that is not the JDK's. */
    private static final class OwnLoader extends URLClassLoader {
        OwnLoader(URL... urls) {
            super(urls, null);
        }
    }

    private static byte[] classFile(int version) {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(version, Opcodes.ACC_PUBLIC, "a/B", null, "java/lang/Object", null);
        writer.visitEnd();
        return writer.toByteArray();
    }

    private Path jar(boolean multiRelease) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        if (multiRelease) {
            manifest.getMainAttributes().put(Attributes.Name.MULTI_RELEASE, "true");
        }
        Path jar = directory.resolve("some library.jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest)) {
            out.putNextEntry(new JarEntry(ENTRY));
            out.write(classFile(Opcodes.V1_8));
            if (multiRelease) {
                out.putNextEntry(new JarEntry("META-INF/versions/11/" + ENTRY));
                out.write(classFile(Opcodes.V11));
            }
        }
        return jar;
    }

    private static byte @Nullable [] fromJar(URLClassLoader loader, long startMillis) throws Exception {
        Class<?> type = loader.loadClass("a.B");
        try (LoadedClassFiles files = new LoadedClassFiles(startMillis)) {
            return files.fromJar(type, loader, ENTRY);
        }
    }

    @Test
    @EnabledOnOs(LINUX)
    void fromJar_jarOfTheLoader_isWhatTheLoaderHas() throws Exception {
        try (URLClassLoader loader = new OwnLoader(jar(false).toUri().toURL())) {
            assertThat(fromJar(loader, Long.MAX_VALUE)).isEqualTo(classFile(Opcodes.V1_8));
        }
    }

    @Test
    @EnabledOnOs(LINUX)
    void fromJar_severalVersionsOfJava_isReadForLoadersOfTheJdkAlone() throws Exception {
        URL jar = jar(true).toUri().toURL();
        try (URLClassLoader loader = new URLClassLoader(new URL[] {jar}, null)) {
            assertThat(fromJar(loader, Long.MAX_VALUE)).isEqualTo(classFile(Opcodes.V11));
        }
        try (URLClassLoader loader = new OwnLoader(jar)) {
            assertThat(fromJar(loader, Long.MAX_VALUE)).isNull();
        }
    }

    @Test
    void fromJar_jarChangedSinceTheStart_isLeftToTheLoader() throws Exception {
        try (URLClassLoader loader = new OwnLoader(jar(false).toUri().toURL())) {
            assertThat(fromJar(loader, 0)).isNull();
        }
    }

    @Test
    void fromJar_anotherJarUnderItsName_isLeftToTheLoader() throws Exception {
        Path jar = jar(false);
        try (URLClassLoader loader = new OwnLoader(jar.toUri().toURL())) {
            loader.loadClass("a.B");
            Files.delete(jar);
            jar(true);
            assertThat(fromJar(loader, Long.MAX_VALUE)).isNull();
        }
    }

    /** A jar of an application with its libraries in it, as Spring Boot makes it; its class is in a directory and in a library. */
    private Path application(int method, boolean multiRelease) throws IOException {
        byte[] library = Files.readAllBytes(jar(multiRelease));
        Path jar = directory.resolve("application.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            JarEntry entry = new JarEntry("BOOT-INF/lib/library.jar");
            entry.setMethod(method);
            entry.setSize(library.length);
            CRC32 crc = new CRC32();
            crc.update(library);
            entry.setCrc(crc.getValue());
            out.putNextEntry(entry);
            out.write(library);
            out.putNextEntry(new JarEntry("BOOT-INF/classes/" + ENTRY));
            out.write(classFile(Opcodes.V17));
        }
        return jar;
    }

    /** Says of its class that it is from where it is told, and has the application's jar open meanwhile. */
    private static byte @Nullable [] fromInside(Path jar, String source) throws Exception {
        URLStreamHandler unasked = new URLStreamHandler() {
            @Override
            protected URLConnection openConnection(URL url) throws IOException {
                throw new IOException(url + " is not to be opened");
            }
        };
        URL location = new URL(null, "jar:" + source, unasked);
        ProtectionDomain domain = new ProtectionDomain(new CodeSource(location, (Certificate[]) null), null);
        ClassLoader loader = new ClassLoader(null) {
            @Override
            protected Class<?> findClass(String name) {
                byte[] bytes = classFile(Opcodes.V1_8);
                return defineClass(name, bytes, 0, bytes.length, domain);
            }
        };
        try (JarFile open = new JarFile(jar.toFile());
                LoadedClassFiles files = new LoadedClassFiles(Long.MAX_VALUE)) {
            assertThat(open.size()).isPositive();
            return files.fromJar(loader.loadClass("a.B"), loader, ENTRY);
        }
    }

    @Test
    @EnabledOnOs(LINUX)
    void fromJar_jarInAJar_isReadWhereItLies() throws Exception {
        Path jar = application(ZipEntry.STORED, false);
        byte[] ofLibrary = classFile(Opcodes.V1_8);
        byte[] ofApplication = classFile(Opcodes.V17);
        assertThat(fromInside(jar, "nested:" + jar + "/!BOOT-INF/lib/library.jar!/"))
                .isEqualTo(ofLibrary);
        assertThat(fromInside(jar, "file:" + jar + "!/BOOT-INF/lib/library.jar!/"))
                .isEqualTo(ofLibrary);
        assertThat(fromInside(jar, "nested:" + jar + "/!BOOT-INF/classes/!/")).isEqualTo(ofApplication);
        assertThat(fromInside(jar, "file:" + jar + "!/BOOT-INF/classes!/")).isEqualTo(ofApplication);
    }

    @Test
    void fromJar_jarInAJarThatCannotBeReadThere_isLeftToTheLoader() throws Exception {
        Path compressed = application(ZipEntry.DEFLATED, false);
        assertThat(fromInside(compressed, "nested:" + compressed + "/!BOOT-INF/lib/library.jar!/"))
                .isNull();
        assertThat(fromInside(compressed, "nested:" + compressed + "/!BOOT-INF/lib/absent.jar!/"))
                .isNull();
        assertThat(fromInside(compressed, "nested:" + compressed + "/!")).isNull();
        assertThat(fromInside(compressed, "nested:" + directory + "/absent.jar/!BOOT-INF/lib/library.jar!/"))
                .isNull();
        Path several = application(ZipEntry.STORED, true);
        assertThat(fromInside(several, "nested:" + several + "/!BOOT-INF/lib/library.jar!/"))
                .as("a library with code for several versions of Java")
                .isNull();
    }

    @Test
    void storedJar_thatIsCutOff_orNoJar_isRefused() throws Exception {
        byte[] whole = Files.readAllBytes(application(ZipEntry.STORED, false));
        for (int length = 0; length < whole.length; length += 7) {
            Path cut = Files.write(directory.resolve("cut.jar"), Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> StoredJar.open(cut))
                    .as("%d of %d bytes", length, whole.length)
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void storedJar_withAnyByteDamaged_isReadOrRefused() throws Exception {
        byte[] whole = Files.readAllBytes(application(ZipEntry.STORED, false));
        int read = 0;
        int refused = 0;
        for (int i = 0; i < whole.length; i++) {
            byte[] damaged = whole.clone();
            damaged[i] ^= (byte) 0xFF;
            Path jar = Files.write(directory.resolve("damaged.jar"), damaged);
            try (StoredJar outer = StoredJar.open(jar)) {
                outer.inner("BOOT-INF/lib/library.jar").read(ENTRY, 1 << 20);
                read++;
            } catch (IOException expected) {
                refused++;
            }
        }
        assertThat(read).isPositive();
        assertThat(refused).isPositive();
    }

    @Test
    void read_classOfTheJdk_isReadByItsLoader() {
        try (LoadedClassFiles files = new LoadedClassFiles()) {
            assertThat(files.read(String.class)).isNotEmpty();
        }
    }
}
