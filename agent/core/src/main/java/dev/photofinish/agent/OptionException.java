package dev.photofinish.agent;

/** An option that cannot be used: the message names the key, what was expected and what was found. */
public final class OptionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OptionException(String message) {
        super(message);
    }

    static OptionException expected(String key, String expected, String found) {
        return new OptionException("option " + key + ": expected " + expected + ", found \"" + found + "\"");
    }
}
