/**
 * Locks taken in different orders: deadlocks that did not happen this time, and orders that never deadlock. Each program takes its
 * locks in code of its own, however alike: a finding is known by the methods that take them, and those of one method would be one.
 */
@NullMarked
package dev.photofinish.conformance.order;

import org.jspecify.annotations.NullMarked;
