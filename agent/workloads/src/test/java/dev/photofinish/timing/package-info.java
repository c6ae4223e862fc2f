/** What a run reads of itself, against known values. */
@NullMarked
package dev.photofinish.timing;

import org.jspecify.annotations.NullMarked;
