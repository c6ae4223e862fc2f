/**
 * An order shop in two editions that do the same: one with the concurrency bugs people really write, one without.
 *
 * <p>In: calls of {@link dev.photofinish.demo.shop.Shop} from request threads. Out: answers as records. Each part that has
 * a bug is an interface with two implementations, the buggy one and its correct twin; {@link
 * dev.photofinish.demo.shop.Edition} lists the pairs. {@code deploy/demo/EXPECTED.txt} says of every field that can change
 * whether it is raced.
 *
 * <p>Threads: the caller's for requests; per shop one for housekeeping, one for the display, two for reports and receipts, one packer, one
 * courier, and one more per running import. Orders live in an H2 database in memory, the last few thousand of them.
 */
@NullMarked
package dev.photofinish.demo.shop;

import org.jspecify.annotations.NullMarked;
