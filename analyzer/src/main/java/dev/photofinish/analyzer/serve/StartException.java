package dev.photofinish.analyzer.serve;

/** The service cannot start here; the message is one sentence for the operator. */
public final class StartException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StartException(String message, Throwable cause) {
        super(message, cause);
    }

    StartException(String message) {
        super(message);
    }
}
