package dev.photofinish.analyzer.suppress;

/** A file of suppressions that cannot be used; the message says the line, what was expected and what was found. */
public final class SuppressionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SuppressionException(String message) {
        super(message);
    }
}
