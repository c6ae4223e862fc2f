package dev.photofinish.victim;

import java.io.IOException;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.ProtectionDomain;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * An agent of the tests: writes the class files of some classes as they come out of every retransforming agent before
 * it. When they are as they were, nothing in between is left in the chain.
 */
public final class BytecodeAgent {
    private BytecodeAgent() {}

    /**
     * Retransforms some classes to themselves.
     *
     * @param directory where to write {@code package.Class.class}; it is there when all are
     */
    public static void agentmain(String directory, Instrumentation instrumentation)
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
        Path partial = Files.createDirectories(Path.of(directory + ".part"));
        for (Map.Entry<String, byte[]> file : recorder.files.entrySet()) {
            Files.write(partial.resolve(file.getKey() + ".class"), file.getValue());
        }
        Files.move(partial, Path.of(directory));
    }

    private static boolean isLookedAt(@Nullable Class<?> type) {
        return type == Victim.class
                || type == Thread.class
                || (type != null && type.getName().startsWith("java.util.concurrent.locks.ReentrantLock"));
    }

    private static final class Recorder implements ClassFileTransformer {
        private final Map<String, byte[]> files = new ConcurrentHashMap<>();

        @Override
        public byte @Nullable [] transform(
                @Nullable ClassLoader loader,
                String name,
                @Nullable Class<?> redefined,
                @Nullable ProtectionDomain domain,
                byte[] bytes) {
            if (isLookedAt(redefined)) {
                files.put(name.replace('/', '.'), bytes.clone());
            }
            return null;
        }
    }
}
