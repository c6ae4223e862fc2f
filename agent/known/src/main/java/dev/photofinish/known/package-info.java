/**
 * Drivers of released libraries with a known data race, or with two locks that are known to be taken in both orders. Each
 * {@link dev.photofinish.known.Driver} works with the last release that has it and with the first that has not, and touches
 * the racy field, or takes the locks, from two threads through the library's own methods. {@link
 * dev.photofinish.known.Main} is the door: it gives each driver a class loader with the edition of its library that was
 * asked for, and nothing else.
 *
 * <p>Nothing here is woven but {@link dev.photofinish.known.Account}, the part of an application: the packages of the libraries
 * are in {@code include}, this one is not. The two threads of a driver are ordered by nothing after their start, so that the
 * accesses race whatever the schedule, and every run is the same. They take locks by turns, so that none waits for another.
 */
@NullMarked
package dev.photofinish.known;

import org.jspecify.annotations.NullMarked;
