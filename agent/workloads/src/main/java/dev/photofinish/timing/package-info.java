/** What full mode costs the workloads: run by hand on a quiet machine, asserted by no test. */
@NullMarked
package dev.photofinish.timing;

import org.jspecify.annotations.NullMarked;
