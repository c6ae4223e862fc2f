package dev.photofinish.analyzer.store;

import java.nio.file.Path;

/** The embedded store: one SQLite file. */
public final class AnalyzerStore implements AutoCloseable {
    private final SqlDatabase database;
    private final FindingStore findings;
    private final ChunkJournal chunks;

    private AnalyzerStore(SqlDatabase database) {
        this.database = database;
        this.findings = new SqlFindingStore(database);
        this.chunks = new SqlChunkJournal(database);
    }

    /**
     * Opens or creates the database file; its directory exists.
     *
     * @throws StoreException if it is no database or cannot be written
     */
    public static AnalyzerStore open(Path file) {
        return new AnalyzerStore(SqlDatabase.sqlite(file));
    }

    /** Findings, contention and agents. */
    public FindingStore findings() {
        return findings;
    }

    /** Accepted chunks. */
    public ChunkJournal chunks() {
        return chunks;
    }

    @Override
    public void close() {
        database.close();
    }
}
