/**
 * From class files to class files with probes: the rule table, the scan that finds what a class needs, the weavers.
 *
 * <p>In: class bytes at load or at retransformation, on whichever thread loads or retransforms. Out: woven bytes, or nothing
 * where nothing is needed. What cannot be woven is left alone, counted and named in {@link dev.photofinish.weave.WeaveLog}.
 */
@NullMarked
package dev.photofinish.weave;

import org.jspecify.annotations.NullMarked;
