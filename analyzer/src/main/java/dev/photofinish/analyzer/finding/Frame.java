package dev.photofinish.analyzer.finding;

/**
 * One frame of a stack, innermost first in its list.
 *
 * @param line line number, -1 where the class has none
 */
public record Frame(String className, String method, int line) {}
