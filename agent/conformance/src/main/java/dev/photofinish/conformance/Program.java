package dev.photofinish.conformance;

/** A small program with a verdict known in advance, whatever the schedule. */
public interface Program {
    /** Runs to the end: when it returns, every thread that it started has ended. */
    void run() throws Exception;
}
