package dev.photofinish.analyzer.finding;

/**
 * The lock that was held most often while a variable was accessed. It seems meant to guard the variable where it was held in
 * more than half of the accesses.
 *
 * @param lock the field that the code takes it from, else its class and number; empty where no lock was ever held
 * @param held in how many of the recorded accesses
 * @param of how many there were in the window
 */
public record Guard(String lock, long held, long of) {}
