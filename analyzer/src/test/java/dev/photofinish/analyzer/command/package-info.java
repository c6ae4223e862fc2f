/** The commands. */
@NullMarked
package dev.photofinish.analyzer.command;

import org.jspecify.annotations.NullMarked;
