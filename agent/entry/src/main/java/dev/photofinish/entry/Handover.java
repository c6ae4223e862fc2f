package dev.photofinish.entry;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;

/** The isolated side of the agent, called by reflection: nothing of it is visible to the application. */
final class Handover implements AutoCloseable {
    private static final String BOOT_JAR = "photofinish-boot.jar";
    private static final String BOOT_CLASS = "dev.photofinish.window.Gate";

    private final IsolatedLoader loader;
    private final Object door;
    private final Instrumentation instrumentation;
    private final String version;

    private Handover(IsolatedLoader loader, Object door, Instrumentation instrumentation, String version) {
        this.loader = loader;
        this.door = door;
        this.instrumentation = instrumentation;
        this.version = version;
    }

    static Handover to(Path jar, Instrumentation instrumentation) throws IOException, ReflectiveOperationException {
        appendBootJar(jar, instrumentation);
        IsolatedLoader loader = new IsolatedLoader(jar, ClassLoader.getPlatformClassLoader());
        Class<?> type = Class.forName("dev.photofinish.agent.AgentDoor", true, loader);
        return new Handover(loader, type.getConstructor().newInstance(), instrumentation, loader.version());
    }

    static int command(Path jar, String[] arguments) throws IOException, ReflectiveOperationException {
        try (IsolatedLoader loader = new IsolatedLoader(jar, ClassLoader.getSystemClassLoader())) {
            Class<?> type = Class.forName("dev.photofinish.command.AgentCommand", true, loader);
            return (int) type.getMethod("run", String[].class, String.class, String.class)
                    .invoke(null, arguments, jar.toString(), loader.version());
        }
    }

    /** The JVM keeps the file open for good; its name goes as soon as every class in it has been loaded. */
    private static void appendBootJar(Path jar, Instrumentation instrumentation) throws IOException {
        try {
            Class.forName(BOOT_CLASS, false, null);
            return;
        } catch (ClassNotFoundException first) {
            // The first attach to this JVM: the jar is not there yet.
        }
        Path copy = Files.createTempFile("photofinish-boot-", ".jar");
        try (JarFile own = new JarFile(jar.toFile())) {
            try (InputStream boot = own.getInputStream(own.getEntry(BOOT_JAR))) {
                Files.copy(boot, copy, StandardCopyOption.REPLACE_EXISTING);
            }
            try (JarFile bootJar = new JarFile(copy.toFile())) {
                instrumentation.appendToBootstrapClassLoaderSearch(bootJar);
                bootJar.stream()
                        .map(entry -> entry.getName())
                        .filter(name -> name.endsWith(".class") && !name.endsWith("package-info.class"))
                        .forEach(name -> load(name));
            }
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    private static void load(String entry) {
        String name = entry.substring(0, entry.length() - ".class".length()).replace('/', '.');
        try {
            Class.forName(name, false, null);
        } catch (ClassNotFoundException e) {
            throw new UncheckedIOException(new IOException("the boot jar lacks " + name, e));
        }
    }

    /** Starts the agent; {@code startUp} while the JVM itself is starting. */
    String start(@Nullable String arguments, boolean startUp) {
        try {
            Object answer = door.getClass()
                    .getMethod("start", String.class, Instrumentation.class, String.class, boolean.class)
                    .invoke(door, arguments, instrumentation, version, startUp);
            return String.valueOf(answer);
        } catch (InvocationTargetException e) {
            return "error start failed: " + e.getCause();
        } catch (ReflectiveOperationException e) {
            return "error the agent cannot be started: " + e;
        }
    }

    String call(String method) {
        try {
            return String.valueOf(door.getClass().getMethod(method).invoke(door));
        } catch (InvocationTargetException e) {
            return "error " + method + " failed: " + e.getCause();
        } catch (ReflectiveOperationException e) {
            return "error status or detach expected, found \"" + method + "\"";
        }
    }

    @Override
    public void close() {
        loader.close();
    }
}
