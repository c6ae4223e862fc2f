package dev.photofinish.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.condition.OS.LINUX;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
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

    @Test
    void read_classOfTheJdk_isReadByItsLoader() {
        try (LoadedClassFiles files = new LoadedClassFiles()) {
            assertThat(files.read(String.class)).isNotEmpty();
        }
    }
}
