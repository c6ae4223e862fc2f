package dev.photofinish.analyzer.store;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteStoreTest extends StoreContract {
    @Override
    AnalyzerStore open(Path directory) {
        return AnalyzerStore.open(file(directory));
    }

    @Override
    void dropContention(Path directory) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file(directory));
                Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE contention");
        }
    }

    @Test
    void fileThatIsNoDatabase_isRefusedInOneSentence(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("notes.db"), "these are notes, not a database ".repeat(100));

        assertThatThrownBy(() -> AnalyzerStore.open(file))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("not a database");
    }

    private static Path file(Path directory) {
        return directory.resolve("test.db");
    }
}
