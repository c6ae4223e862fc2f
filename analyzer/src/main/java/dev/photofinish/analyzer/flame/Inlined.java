package dev.photofinish.analyzer.flame;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** A text of the class path as it stands in the page: a script or style sheet between its tags, or a licence. */
record Inlined(String text) {
    static Inlined resource(String path) {
        try (InputStream stream = Inlined.class.getResourceAsStream(path)) {
            if (stream == null) {
                throw new IllegalStateException("the class path has no " + path);
            }
            return new Inlined(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }

    /** How a content security policy names it: by the hash of exactly this text. */
    String source() {
        byte[] digest = sha256().digest(text.getBytes(StandardCharsets.UTF_8));
        return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
