package dev.photofinish.overhead;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** A JVM with thousands of classes of real libraries, loaded and linked; it says so and then waits for the end of its input. */
final class ManyClasses {
    private static final String SUFFIX = ".class";

    private final int wanted;
    private int loaded;
    private int methods;
    private int skipped;

    private ManyClasses(int wanted) {
        this.wanted = wanted;
    }

    /** Takes how many classes, and the jars to take them from, which are on the class path. */
    public static void main(String[] arguments) throws IOException {
        ManyClasses classes = new ManyClasses(Integer.parseInt(arguments[0]));
        for (int i = 1; i < arguments.length; i++) {
            classes.load(Path.of(arguments[i]));
        }
        System.out.println("loaded " + classes.loaded);
        System.err.println(classes.methods + " methods; " + classes.skipped + " classes do not link");
        while (System.in.read() >= 0) {
            Thread.onSpinWait();
        }
    }

    private void load(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            Enumeration<JarEntry> entries = file.entries();
            while (entries.hasMoreElements() && loaded < wanted) {
                String name = entries.nextElement().getName();
                if (name.endsWith(SUFFIX) && !name.startsWith("META-INF/") && !name.endsWith("-info.class")) {
                    load(name.substring(0, name.length() - SUFFIX.length()).replace('/', '.'));
                }
            }
        }
    }

    private void load(String name) {
        try {
            Class<?> type = Class.forName(name, false, ManyClasses.class.getClassLoader());
            // Asking for methods links the class and does not initialize it.
            methods += type.getDeclaredMethods().length;
            loaded++;
        } catch (ClassNotFoundException | LinkageError optional) {
            // Of a library that is not there: the next class does as well.
            skipped++;
        }
    }
}
