package dev.photofinish.analyzer.ingest;

import dev.photofinish.analyzer.metrics.ChunkOutcome;

/** A chunk that is not taken; the message is one sentence for the sender. */
final class ChunkRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int RETRY_AFTER_SECONDS = 5;

    private final int status;
    private final ChunkOutcome outcome;

    private ChunkRefusedException(int status, ChunkOutcome outcome, String message) {
        super(message);
        this.status = status;
        this.outcome = outcome;
    }

    static ChunkRefusedException invalid(String message) {
        return new ChunkRefusedException(400, ChunkOutcome.INVALID, message);
    }

    static ChunkRefusedException tooLarge(long maxBytes) {
        return new ChunkRefusedException(
                413, ChunkOutcome.TOO_LARGE, "the chunk is larger than maxChunkBytes, which is " + maxBytes);
    }

    /** This sender sends more than its share. */
    static ChunkRefusedException tooMany(String message) {
        return new ChunkRefusedException(429, ChunkOutcome.REFUSED, message);
    }

    /** The analyzer cannot take it now, whoever sends it. */
    static ChunkRefusedException unavailable(String message) {
        return new ChunkRefusedException(503, ChunkOutcome.REFUSED, message);
    }

    int status() {
        return status;
    }

    ChunkOutcome outcome() {
        return outcome;
    }

    /** Seconds until it is worth trying again; 0 where it never is. */
    int retryAfterSeconds() {
        return outcome == ChunkOutcome.REFUSED ? RETRY_AFTER_SECONDS : 0;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
