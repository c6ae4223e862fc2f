/**
 * Which benign idiom, or which well-known mistake, the code around a field access is.
 *
 * <p>In: a class file that is about to be woven. Out: the {@link dev.photofinish.site.Shape} of each field instruction.
 * {@link dev.photofinish.idiom.ClassIdioms} is the door. Runs on the threads that load classes. Whatever is not recognised is
 * {@code OTHER}: a race is then graded as any other, so what is lost is an excuse, never a report.
 */
@NullMarked
package dev.photofinish.idiom;

import org.jspecify.annotations.NullMarked;
