/**
 * What woven code calls: constants and one call in the application's bytecode, everything else here.
 *
 * <p>In: objects and site numbers, on the application's threads. Out: calls of {@code shadow}. A closed gate costs one plain
 * load. A probe never throws, never blocks and never runs inside another probe of the same thread; what fails in it is
 * counted in {@link dev.photofinish.probe.Failures}.
 */
@NullMarked
package dev.photofinish.probe;

import org.jspecify.annotations.NullMarked;
