/**
 * What one window knows: threads with their epochs, synchronization objects with their releases, variables with their
 * last accesses.
 *
 * <p>In: calls from {@code probe} on the application's threads. Out: {@code event}s. Everything hangs on one {@link
 * dev.photofinish.shadow.Shadow}, which is dropped whole when its window closes. Nothing here blocks, nothing here calls a
 * class that could be woven: tables are chained buckets with one compare-and-set per insertion.
 *
 * <p>Loss: a variable that finds no room is not watched (counted, harmless); a synchronization that finds no room makes the
 * window incomplete.
 */
@NullMarked
package dev.photofinish.shadow;

import org.jspecify.annotations.NullMarked;
