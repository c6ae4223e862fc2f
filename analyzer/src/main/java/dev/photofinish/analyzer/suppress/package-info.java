/**
 * Races that somebody has decided to live with: by a file, or by an annotation in the code. Never by silence: what is suppressed
 * is counted, with who said so.
 *
 * <p>In: a file of patterns; the races of a window. Out: the races that are left, and the suppressed ones by reason. The door
 * is {@link dev.photofinish.analyzer.suppress.Suppressions}, which is immutable.
 */
@NullMarked
package dev.photofinish.analyzer.suppress;

import org.jspecify.annotations.NullMarked;
