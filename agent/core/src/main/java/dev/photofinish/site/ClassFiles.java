package dev.photofinish.site;

import dev.photofinish.probe.AgentCode;
import dev.photofinish.shadow.ThreadShadow;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Reads class files by name, through the loader that would define them. */
public final class ClassFiles {
    private ClassFiles() {}

    /** The bytes of the class file, or null where the loader has none: a class made at run time. */
    public static byte @Nullable [] read(@Nullable ClassLoader loader, String internalName) {
        String resource = internalName + ".class";
        // The application's own code, in the middle of the agent's: what it synchronizes counts.
        ThreadShadow application = AgentCode.pause();
        try (InputStream in = loader == null
                ? ClassLoader.getSystemResourceAsStream(resource)
                : loader.getResourceAsStream(resource)) {
            return in == null ? null : in.readAllBytes();
        } catch (IOException | RuntimeException unreadable) {
            // Somebody else's class loader: whatever it throws, the class file is not to be had.
            return null;
        } finally {
            AgentCode.resume(application);
        }
    }
}
