/**
 * The shipped jars, run as a user runs them: separate processes, real attach, real recordings, exit codes and output.
 *
 * <p>{@code ConformanceIT} runs the programs of {@code dev.photofinish.conformance} on each JDK and holds the verdict
 * of {@code analyze} against what each program declares. The other tests run a living JVM and attach to it. No class of
 * the agent or of the analyzer is on this class path: only the jars and the documented output are used.
 */
@NullMarked
package dev.photofinish.blackbox;

import org.jspecify.annotations.NullMarked;
