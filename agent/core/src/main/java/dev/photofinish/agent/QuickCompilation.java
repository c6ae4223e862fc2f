package dev.photofinish.agent;

import com.sun.management.DiagnosticCommandMBean;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Leaves the weaver's own code to the JVM's quick compiler, by a compiler directive (JEP 165) that names nothing but classes of the
 * agent. Each exchange has the JVM give up what its compilers are at work on, and the optimizing one is long at work on the large
 * methods of a reader of class files: it would begin them again and again while the application waits for it.
 *
 * <p>No public interface adds a directive from within without starting the platform's MBean server, which is the application's to
 * start: this is {@code com.sun.management.internal.DiagnosticCommandImpl}. Where the JVM does not offer that, attaching costs more.
 */
final class QuickCompilation implements AutoCloseable {
    private static final String PACKAGE = "com.sun.management.internal";
    static final String ADDED = "compiler directives added";
    private static final String FIRST_PATTERN = "dev/photofinish/weave/*.*";
    static final String DIRECTIVE = "[{ match: [\"" + FIRST_PATTERN
            + "\", \"dev/photofinish/idiom/*.*\", \"dev/photofinish/site/*.*\", \"dev/photofinish/relocated/asm/*.*\","
            + " \"dev/photofinish/relocated/asm/tree/*.*\", \"dev/photofinish/relocated/asm/tree/analysis/*.*\"],"
            + " c2: { Exclude: true } }]";

    private final @Nullable MethodHandle command;
    private String problem = "";
    private boolean added;

    /**
     * Adds the directive.
     *
     * @param directory where the JVM reads it from a file, which is gone afterwards
     */
    QuickCompilation(Instrumentation instrumentation, Path directory) {
        this.command = find(instrumentation);
        Path file = directory.resolve("compiler-directives.json");
        try {
            Files.writeString(file, DIRECTIVE);
            String answer = run("Compiler.directives_add \"" + file.toAbsolutePath() + "\"");
            added = answer.contains(ADDED);
            if (!added && problem.isEmpty()) {
                problem = answer.strip();
            }
            Files.delete(file);
        } catch (IOException unwritten) {
            problem = unwritten.toString();
        }
    }

    private @Nullable MethodHandle find(Instrumentation instrumentation) {
        Module own = QuickCompilation.class.getModule();
        try {
            Module management = ModuleLayer.boot().findModule("jdk.management").orElseThrow();
            instrumentation.redefineModule(
                    management, Set.of(), Map.of(), Map.of(PACKAGE, Set.of(own)), Set.of(), Map.of());
            Class<?> commands = Class.forName(PACKAGE + ".DiagnosticCommandImpl");
            MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(commands, MethodHandles.lookup());
            Object instance = lookup.findStatic(
                            commands, "getDiagnosticCommandMBean", MethodType.methodType(DiagnosticCommandMBean.class))
                    .invoke();
            MethodType execution = MethodType.methodType(String.class, String.class);
            return lookup.findVirtual(commands, "executeDiagnosticCommand", execution)
                    .bindTo(instance);
        } catch (Throwable refused) {
            problem = refused.toString();
            return null;
        }
    }

    private String run(String words) {
        if (command == null) {
            return "";
        }
        try {
            return (String) command.invoke(words);
        } catch (Throwable refused) {
            problem = refused.toString();
            return "";
        }
    }

    /** Why there is no directive; empty where there is. */
    String problem() {
        return problem;
    }

    /** Takes the directive away, unless others lie above it: the JVM takes the latest alone, and that is somebody else's then. */
    @Override
    public void close() {
        if (added && isLatest(run("Compiler.directives_print"))) {
            run("Compiler.directives_remove");
            added = false;
        }
    }

    static boolean isLatest(String printed) {
        int pattern = printed.indexOf("matching:");
        return pattern >= 0
                && printed.substring(pattern).lines().findFirst().orElse("").contains(FIRST_PATTERN);
    }
}
