/**
 * The command line: what a person or a build types, and what they read.
 *
 * <p>In: arguments and files. Out: text or JSON on standard output, one sentence for each problem on standard error, and an exit
 * code: 0 nothing found, 1 findings under {@code --fail-on}, 2 unusable input or usage. {@link
 * dev.photofinish.analyzer.command.Main} is the door; the main thread runs everything.
 */
@NullMarked
package dev.photofinish.analyzer.command;

import org.jspecify.annotations.NullMarked;
