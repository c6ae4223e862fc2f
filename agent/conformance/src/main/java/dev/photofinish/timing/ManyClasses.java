package dev.photofinish.timing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A JVM with thousands of loaded classes, that says so and then waits for the end of its input. */
final class ManyClasses {
    private ManyClasses() {}

    /** Takes the number of classes. */
    public static void main(String[] arguments) throws IOException {
        int count = Integer.parseInt(arguments[0]);
        byte[] template;
        try (InputStream in = ManyClasses.class.getResourceAsStream("/" + Template.NAME + ".class")) {
            if (in == null) {
                throw new IOException("no class file of the template");
            }
            template = in.readAllBytes();
        }
        Definer definer = new Definer();
        for (int i = 0; i < count; i++) {
            definer.define(template, String.format(Locale.ROOT, "T%07d", i));
        }
        System.out.println("loaded " + count);
        while (System.in.read() >= 0) {
            Thread.onSpinWait();
        }
    }

    private static final class Definer extends ClassLoader {
        /** A name of the same length in place of the old one leaves every offset of the class file as it is. */
        void define(byte[] template, String simpleName) {
            String text = new String(template, StandardCharsets.ISO_8859_1);
            String renamed = text.replace(Template.NAME, "dev/photofinish/timing/" + simpleName);
            byte[] classFile = renamed.getBytes(StandardCharsets.ISO_8859_1);
            resolveClass(defineClass(null, classFile, 0, classFile.length));
        }
    }
}
