package dev.photofinish.victim;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Classes that are made, used and forgotten: copies of {@link Drop00000} with other names, a hundred to a loader. */
final class ClassStorm {
    private static final int PER_LOADER = 100;
    private static final String TEMPLATE = "Drop00000";

    private final List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
    private int made;

    /** Makes so many more, runs each in two threads, lets go of them; answers how many there have been. */
    int classes(int count) {
        byte[] template = template();
        for (int left = count; left > 0; left -= PER_LOADER) {
            Maker maker = new Maker();
            for (int i = 0; i < Math.min(left, PER_LOADER); i++) {
                made++;
                run(maker.make(template, String.format(Locale.ROOT, "Drop%05d", made)));
            }
            loaders.add(new WeakReference<>(maker));
        }
        return made;
    }

    /** How many of the loaders there still are after a collection. */
    long loaders() {
        System.gc();
        return loaders.stream().filter(loader -> loader.get() != null).count();
    }

    private static void run(Runnable runnable) {
        Thread other = new Thread(runnable);
        other.start();
        runnable.run();
        try {
            other.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] template() {
        try (InputStream in = ClassStorm.class.getResourceAsStream(TEMPLATE + ".class")) {
            if (in == null) {
                throw new IllegalStateException("expected the class file of " + TEMPLATE);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Maker extends ClassLoader {
        Maker() {
            super(ClassStorm.class.getClassLoader());
        }

        Runnable make(byte[] template, String name) {
            byte[] classFile = template.clone();
            byte[] from = TEMPLATE.getBytes(StandardCharsets.US_ASCII);
            byte[] to = name.getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i + from.length <= classFile.length; i++) {
                if (Arrays.equals(classFile, i, i + from.length, from, 0, from.length)) {
                    System.arraycopy(to, 0, classFile, i, to.length);
                }
            }
            String className = ClassStorm.class.getPackageName() + "." + name;
            try {
                return (Runnable) defineClass(className, classFile, 0, classFile.length)
                        .getConstructor()
                        .newInstance();
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
