package dev.photofinish.analyzer.decode;

/** Input that is no recording, or is damaged: the message says what was expected, what was found, and where. */
public final class UnusableInputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With what was expected, found, and at which byte. */
    public UnusableInputException(String message) {
        super(message);
    }
}
