package dev.photofinish.analyzer.http;

/** The server could not listen; the message is one sentence for the operator. */
public final class HttpStartException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    HttpStartException(String message, Throwable cause) {
        super(message, cause);
    }
}
