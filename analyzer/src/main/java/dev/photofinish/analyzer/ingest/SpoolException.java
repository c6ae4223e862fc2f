package dev.photofinish.analyzer.ingest;

/** The spool directory did not take or give a chunk. */
public final class SpoolException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SpoolException(String message, Throwable cause) {
        super(message, cause);
    }
}
