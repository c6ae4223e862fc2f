/**
 * A program to attach to: {@link dev.photofinish.victim.Victim} goes on until it is told to stop and answers questions
 * about itself on standard input; {@link dev.photofinish.victim.BytecodeAgent} looks into it from a second agent. And one that
 * a tracing agent has something to do in, {@link dev.photofinish.victim.Traced}, and one under load that
 * measures itself, {@link dev.photofinish.victim.Toiler}. And one whose threads never leave their loops, {@link
 * dev.photofinish.victim.Loops}.
 */
@NullMarked
package dev.photofinish.victim;

import org.jspecify.annotations.NullMarked;
