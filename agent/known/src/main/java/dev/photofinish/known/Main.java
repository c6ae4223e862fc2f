package dev.photofinish.known;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/** Runs drivers one after the other, each with its own edition of its library and of what that needs. */
public final class Main {
    private Main() {}

    /**
     * Prints the name of each driver that went through.
     *
     * @param args the directory of the libraries, {@code before} or {@code after}, and the drivers. The jars of a driver
     *     are in {@code directory/driver/edition}.
     */
    public static void main(String[] args) throws Exception {
        Path directory = Path.of(args[0]);
        for (String driver : List.of(args).subList(2, args.length)) {
            URL[] jars = classPath(directory.resolve(driver).resolve(args[1]));
            try (URLClassLoader loader = new URLClassLoader(driver, jars, ClassLoader.getPlatformClassLoader())) {
                Thread.currentThread().setContextClassLoader(loader);
                Class<?> rounds = loader.loadClass(Main.class.getPackageName() + ".Rounds");
                System.out.println(
                        ((Callable<?>) rounds.getConstructor(String.class).newInstance(driver)).call());
            }
        }
    }

    private static URL[] classPath(Path libraries) throws IOException {
        List<URL> urls = new ArrayList<>();
        urls.add(Main.class.getProtectionDomain().getCodeSource().getLocation());
        try (Stream<Path> jars = Files.list(libraries)) {
            for (Path jar : jars.sorted().toList()) {
                urls.add(jar.toUri().toURL());
            }
        }
        return urls.toArray(URL[]::new);
    }
}
