package dev.photofinish.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the JVM that runs this prints of its compiler directives; that they are added and gone is asserted by {@code AttachIT}. */
class QuickCompilationTest {
    private static final String FOREIGN = "[{ match: [\"com/example/*.*\"], c2: { Exclude: true } }]";

    private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();

    @TempDir
    private Path directory;

    @AfterEach
    void takeAllDirectivesAway() throws Exception {
        server.invoke(commands(), "compilerDirectivesClear", new Object[0], new String[0]);
    }

    @Test
    void noDirective_isNotTakenForOurs() throws Exception {
        assertThat(QuickCompilation.isLatest(printed())).isFalse();
    }

    @Test
    void ourDirective_isTheLatest_whereNoneLiesAboveIt() throws Exception {
        add(FOREIGN);
        add(QuickCompilation.DIRECTIVE);
        assertThat(QuickCompilation.isLatest(printed())).isTrue();
    }

    @Test
    void directiveOfSomebodyElseAboveOurs_isLeftAlone() throws Exception {
        add(QuickCompilation.DIRECTIVE);
        add(FOREIGN);
        assertThat(QuickCompilation.isLatest(printed())).isFalse();
    }

    private void add(String directive) throws Exception {
        Path file = Files.writeString(directory.resolve("directive.json"), directive);
        assertThat((String) server.invoke(
                        commands(),
                        "compilerDirectivesAdd",
                        new Object[] {new String[] {file.toString()}},
                        new String[] {String[].class.getName()}))
                .contains(QuickCompilation.ADDED);
    }

    private String printed() throws Exception {
        return (String) server.invoke(commands(), "compilerDirectivesPrint", new Object[0], new String[0]);
    }

    private static ObjectName commands() throws Exception {
        return new ObjectName("com.sun.management:type=DiagnosticCommand");
    }
}
