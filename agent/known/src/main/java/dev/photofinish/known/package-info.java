/**
 * Drivers of released libraries with a known data race. Each {@link dev.photofinish.known.Driver} works with the last
 * release that has the race and with the first that has not, and touches the racy field from two threads through the
 * library's own methods. {@link dev.photofinish.known.Main} is the door: it gives each driver a class loader with the
 * edition of its library that was asked for, and nothing else.
 *
 * <p>Nothing here is woven: the packages of the libraries are in {@code include}, this one is not. The two threads of a
 * driver are ordered by nothing after their start, so that the accesses race whatever the schedule, and every run is the
 * same.
 */
@NullMarked
package dev.photofinish.known;

import org.jspecify.annotations.NullMarked;
