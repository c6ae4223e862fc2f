/**
 * The commands of the shipped jar: list, attach, status, detach.
 *
 * <p>Runs in a JVM of its own. In: arguments of the shell. Out: one clear sentence per outcome and the exit code; 0 done, 1
 * refused or failed, 2 wrong usage.
 */
@NullMarked
package dev.photofinish.command;

import org.jspecify.annotations.NullMarked;
