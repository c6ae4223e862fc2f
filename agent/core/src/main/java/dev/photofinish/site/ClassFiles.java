package dev.photofinish.site;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Reads class files by name, through the loader that would define them. */
public final class ClassFiles {
    private ClassFiles() {}

    /** The bytes of the class file, or null where the loader has none: a class made at run time. */
    public static byte @Nullable [] read(@Nullable ClassLoader loader, String internalName) {
        String resource = internalName + ".class";
        try (InputStream in = loader == null
                ? ClassLoader.getSystemResourceAsStream(resource)
                : loader.getResourceAsStream(resource)) {
            return in == null ? null : in.readAllBytes();
        } catch (IOException | RuntimeException unreadable) {
            // Somebody else's class loader: whatever it throws, the class file is not to be had.
            return null;
        }
    }
}
