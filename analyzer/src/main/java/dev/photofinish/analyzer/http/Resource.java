package dev.photofinish.analyzer.http;

import io.javalin.http.Handler;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** A file of the class path, served as it is. */
public final class Resource {
    private Resource() {}

    /** Reads the file once and serves it from memory. */
    public static Handler of(Class<?> owner, String path, String contentType) {
        byte[] bytes = read(owner, path);
        return context -> context.contentType(contentType).result(bytes);
    }

    private static byte[] read(Class<?> owner, String path) {
        try (InputStream stream = owner.getResourceAsStream(path)) {
            if (stream == null) {
                throw new IllegalStateException("the class path has no " + path);
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }
}
