package dev.photofinish.analyzer.race;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.analyzer.trace.FieldAccess;
import dev.photofinish.analyzer.trace.Site;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One source, compiled by javac as it is and with other lines and another lambda before: the finding is the same. */
class RecompiledFingerprintTest {
    private static final String FIELD = "acme.Shop.count";

    private static final String SOURCE = """
            package acme;
            class Shop {
                int count;
                %s
                Runnable adder() { %s return () -> count++; }
                int get() { return count; }
            }
            """;

    @TempDir
    private Path directory;

    @Test
    void of_recompiledWithOtherLinesAndLambdaNumbers_isEqual() throws Exception {
        Set<String> before = lambdas("before", SOURCE.formatted("", ""));
        Set<String> after = lambdas(
                "after",
                SOURCE.formatted(
                        "\n\n// a comment\nstatic final Runnable NONE = () -> {};\n",
                        "Runnable other = () -> get();\nother.run();\n"));
        assertThat(before).containsExactly("lambda$adder$0");
        assertThat(after).contains("lambda$adder$1").hasSizeGreaterThan(1);
        assertThat(fingerprints(before, 5)).hasSize(1);
        assertThat(fingerprints(after, 12)).containsAll(fingerprints(before, 5));
    }

    private static Set<String> fingerprints(Set<String> methods, int line) {
        Side read = side("get", "()I", line + 1, FieldAccess.Kind.READ);
        return methods.stream()
                .map(method -> Fingerprint.of(FIELD, side(method, "()V", line, FieldAccess.Kind.WRITE), read))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Side side(String method, String descriptor, int line, FieldAccess.Kind kind) {
        return new Side(
                new Site(1, "acme.Shop", method, descriptor, line, FIELD, kind.label()),
                new FieldAccess(1, 1, 1, 1, 1, 1, -1, kind, 0));
    }

    /** The names that javac gave to the bodies of the lambdas. */
    private Set<String> lambdas(String name, String source) throws IOException, ReflectiveOperationException {
        Path classes = Files.createDirectories(directory.resolve(name));
        Path file = Files.writeString(classes.resolve("Shop.java"), source);
        int exit = ToolProvider.getSystemJavaCompiler()
                .run(InputStream.nullInputStream(), null, null, "-d", classes.toString(), file.toString());
        assertThat(exit).isZero();
        List<URL> urls = List.of(classes.toUri().toURL());
        try (URLClassLoader loader = new URLClassLoader(urls.toArray(URL[]::new), null)) {
            return Arrays.stream(loader.loadClass("acme.Shop").getDeclaredMethods())
                    .map(Method::getName)
                    .filter(method -> method.startsWith("lambda$"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
