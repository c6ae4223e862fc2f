package dev.photofinish.overhead;

/** A JVM did not end well, or said nothing of itself; the message is one line for the table. */
final class RunFailedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    RunFailedException(String message) {
        super(message);
    }
}
