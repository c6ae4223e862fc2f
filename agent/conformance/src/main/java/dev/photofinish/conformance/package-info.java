/**
 * The frame of the conformance programs: what a program declares about itself, and the main class that runs a list of
 * them.
 *
 * <p>A program is one class with one {@code run}. Its plain fields are the variables whose verdict is asserted: {@link
 * dev.photofinish.conformance.Races} names those that must be reported, {@link dev.photofinish.conformance.Clean} says
 * that none may be. Many programs share one JVM and one recording; their verdicts are told apart by the class that
 * declares the field. So a program touches only its own fields, and leaves no thread behind.
 *
 * <p>The packages below hold the programs, one per concept. All of them are woven; {@code dev.photofinish.outside} is
 * not.
 */
@NullMarked
package dev.photofinish.conformance;

import org.jspecify.annotations.NullMarked;
