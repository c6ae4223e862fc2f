package dev.photofinish.conformance.collection;

import dev.photofinish.conformance.Program;
import dev.photofinish.conformance.Races;
import dev.photofinish.conformance.Scenario;
import dev.photofinish.conformance.Threads;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

@Scenario("Two threads update one MessageDigest")
@Races("digest[java.security.MessageDigest]")
final class SharedDigest implements Program {
    private final MessageDigest digest = digest();

    @Override
    public void run() throws Exception {
        Threads.concurrently(() -> digest.update((byte) 1), () -> digest.update((byte) 2));
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
