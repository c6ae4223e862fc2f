package dev.photofinish.analyzer.serve;

/** An option that is wrong: the message names it, what was expected and what was found. */
public final class OptionsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OptionsException(String message) {
        super(message);
    }
}
