/** Locks taken in different orders: deadlocks that did not happen this time, and orders that never deadlock. */
@NullMarked
package dev.photofinish.conformance.order;

import org.jspecify.annotations.NullMarked;
