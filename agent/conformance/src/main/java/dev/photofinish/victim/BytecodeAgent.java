package dev.photofinish.victim;

import java.io.IOException;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.ProtectionDomain;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An agent of the tests: writes a digest per class, of the bytes that come out of every retransforming agent before it.
 * Two equal files say that nothing in between is left in the chain.
 */
public final class BytecodeAgent {
    private BytecodeAgent() {}

    /**
     * Retransforms some classes to themselves.
     *
     * @param file where to write {@code class digest} lines
     */
    public static void agentmain(String file, Instrumentation instrumentation)
            throws IOException, UnmodifiableClassException {
        Recorder recorder = new Recorder();
        instrumentation.addTransformer(recorder, true);
        try {
            for (Class<?> type : instrumentation.getAllLoadedClasses()) {
                if (isLookedAt(type)) {
                    instrumentation.retransformClasses(type);
                }
            }
        } finally {
            instrumentation.removeTransformer(recorder);
        }
        StringBuilder lines = new StringBuilder();
        recorder.digests.forEach(
                (name, digest) -> lines.append(name).append(' ').append(digest).append('\n'));
        Path partial = Path.of(file + ".part");
        Files.writeString(partial, lines, StandardCharsets.UTF_8);
        Files.move(partial, Path.of(file));
    }

    private static boolean isLookedAt(Class<?> type) {
        return type == Victim.class
                || type == TickEvent.class
                || type == Thread.class
                || type.getName().startsWith("java.util.concurrent.locks.ReentrantLock");
    }

    private static final class Recorder implements ClassFileTransformer {
        private final Map<String, String> digests = new TreeMap<>();

        @Override
        public byte @Nullable [] transform(
                @Nullable ClassLoader loader,
                String name,
                Class<?> redefined,
                @Nullable ProtectionDomain domain,
                byte[] bytes) {
            try {
                byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
                digests.put(name, HexFormat.of().formatHex(digest));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
            return null;
        }
    }
}
