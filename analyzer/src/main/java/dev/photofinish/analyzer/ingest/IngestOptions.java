package dev.photofinish.analyzer.ingest;

import dev.photofinish.analyzer.suppress.Suppressions;
import java.time.Duration;

/**
 * Limits of what is taken in.
 *
 * @param maxChunkBytes largest chunk, decompressed
 * @param queueMaxBytes bytes on disk that may wait for their analysis
 * @param analysisThreads chunks analysed at the same time
 * @param gapWait how long a missing chunk is waited for
 * @param gapChunks chunks that may wait behind a missing one before it is given up
 * @param instanceIdle an instance that sent nothing for so long is forgotten
 * @param maxInstances instances that may be analysed side by side
 * @param suppressions races that are counted but not reported
 */
public record IngestOptions(
        int maxChunkBytes,
        long queueMaxBytes,
        int analysisThreads,
        Duration gapWait,
        int gapChunks,
        Duration instanceIdle,
        int maxInstances,
        Suppressions suppressions) {
    /** What is assumed where nothing is said. */
    public static final IngestOptions DEFAULT = new IngestOptions(
            64 << 20,
            1L << 30,
            Math.max(1, Runtime.getRuntime().availableProcessors() / 2),
            Duration.ofSeconds(10),
            16,
            Duration.ofMinutes(10),
            2000,
            Suppressions.NONE);
}
