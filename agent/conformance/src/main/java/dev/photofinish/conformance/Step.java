package dev.photofinish.conformance;

/** What one thread of a program does. */
@FunctionalInterface
public interface Step {
    void run() throws Exception;
}
