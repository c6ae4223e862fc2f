package dev.photofinish.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The committed page lists the programs that there are. With {@code -Dphotofinish.page=update} it is rewritten. */
final class ConformancePageTest {
    private static final Path PAGE = Shipped.module().resolve("CONFORMANCE.md");

    @Test
    void committedPage_listsExactlyThePrograms() throws IOException {
        List<ProgramCase> programs = ProgramCase.all();
        String committed = Files.readString(PAGE, StandardCharsets.UTF_8);
        String present = ConformancePage.updated(committed, programs);
        if ("update".equals(System.getProperty("photofinish.page"))) {
            Files.writeString(PAGE, present, StandardCharsets.UTF_8);
            committed = present;
        }
        assertThat(declared(committed))
                .as("rewritten by -Dphotofinish.page=update, or copied from target/CONFORMANCE-page.md")
                .isEqualTo(declared(present));
    }

    private static Map<String, List<String>> declared(String page) {
        Map<String, List<String>> declared = new TreeMap<>();
        ConformancePage.rows(page).forEach((name, row) -> declared.put(name, ConformancePage.declared(row)));
        return declared;
    }
}
