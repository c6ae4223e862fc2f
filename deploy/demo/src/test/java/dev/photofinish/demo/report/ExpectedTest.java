package dev.photofinish.demo.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.photofinish.demo.Demo;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ExpectedTest {
    private static final Path FILE = Path.of("EXPECTED.txt");

    @Test
    void file_listsEveryFieldOfTheServiceThatCanChange() throws Exception {
        Expected expected = Expected.read(FILE);

        List<String> listed = new ArrayList<>(expected.racy());
        listed.addAll(expected.clean());

        assertThat(listed)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(
                        fieldsThatCanChange().map(ExpectedTest::name).toList());
    }

    @Test
    void file_callsNoFieldRacyThatIsVolatile() throws Exception {
        List<String> racy = Expected.read(FILE).racy();

        assertThat(fieldsThatCanChange().filter(field -> racy.contains(name(field))))
                .hasSize(racy.size())
                .noneMatch(field -> Modifier.isVolatile(field.getModifiers()));
    }

    @Test
    void file_namesHoldersThatExist() throws Exception {
        for (Expected.Holding holding : Expected.read(FILE).contended()) {
            int dot = holding.holder().indexOf('.');
            Class<?> type = Class.forName(
                    "dev.photofinish.demo.shop." + holding.holder().substring(0, dot));

            assertThat(type.getDeclaredMethods())
                    .anyMatch(method -> method.getName().equals(holding.holder().substring(dot + 1)));
            assertThat(Class.forName(holding.lockClass())).isNotNull();
        }
    }

    @Test
    void line_thatIsNoneOfTheThree_isQuoted() {
        assertThatThrownBy(() -> Expected.parse(List.of("# fine", "", "contended a.Lock by b.Holder")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("found 'contended a.Lock by b.Holder'");
    }

    private static Stream<Field> fieldsThatCanChange() throws IOException, URISyntaxException, ClassNotFoundException {
        Path classes = Path.of(
                Demo.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        List<Field> fields = new ArrayList<>();
        try (Stream<Path> files = Files.walk(classes.resolve("dev/photofinish/demo"))) {
            for (Path file : files.filter(ExpectedTest::isOfTheService).toList()) {
                String name = classes.relativize(file).toString().replace('/', '.');
                fields.addAll(List.of(Class.forName(name.substring(0, name.length() - ".class".length()))
                        .getDeclaredFields()));
            }
        }
        return fields.stream().filter(field -> !Modifier.isFinal(field.getModifiers()) && !field.isSynthetic());
    }

    /** The report runs in a process of its own. */
    private static boolean isOfTheService(Path file) {
        return file.toString().endsWith(".class")
                && !file.toString().contains("/report/")
                && !file.endsWith("package-info.class");
    }

    private static String name(Field field) {
        return field.getDeclaringClass().getName() + "." + field.getName();
    }
}
