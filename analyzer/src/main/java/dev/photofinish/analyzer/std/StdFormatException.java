package dev.photofinish.analyzer.std;

/** A trace that cannot be read; the message says the line, what was expected and what was found. */
public final class StdFormatException extends Exception {
    private static final long serialVersionUID = 1L;

    StdFormatException(long line, String expected, String found) {
        super("line " + line + ": expected " + expected + ", found " + found);
    }
}
