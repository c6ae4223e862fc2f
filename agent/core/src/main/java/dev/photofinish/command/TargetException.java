package dev.photofinish.command;

/** A JVM that cannot be attached to, or an agent that refused: one sentence that says what to do. */
final class TargetException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    static final int REFUSED = 1;
    static final int USAGE = 2;

    private final int exitCode;

    TargetException(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    TargetException(String message, Throwable cause) {
        super(message, cause);
        this.exitCode = REFUSED;
    }

    int exitCode() {
        return exitCode;
    }
}
