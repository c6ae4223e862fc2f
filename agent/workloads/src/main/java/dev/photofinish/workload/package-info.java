/**
 * Real concurrent libraries at work, to be watched in full mode: whatever is reported of them is a true race or a bug of ours.
 *
 * <p>In: the name of a workload and how long it shall work. Out: exit code 0 and one line, when the library's own answers were
 * right. Every workload hands {@code Parcel}s with plain fields through its library and checks them at the other side. The
 * rounds are paced: what matters is how many interleavings there are, not how many million operations.
 */
@NullMarked
package dev.photofinish.workload;

import org.jspecify.annotations.NullMarked;
