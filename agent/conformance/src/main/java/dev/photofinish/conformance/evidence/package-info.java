/** Programs about what a report says beside the verdict: guard, nearest synchronization, pool, submission, idiom. */
@NullMarked
package dev.photofinish.conformance.evidence;

import org.jspecify.annotations.NullMarked;
