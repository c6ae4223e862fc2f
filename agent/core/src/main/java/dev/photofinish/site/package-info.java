/**
 * What fields and sites mean: which class declares a field, which number it and each place in the code have.
 *
 * <p>In: class files, as the weaver meets them. Out: numbers for woven code, and the dictionary events of each chunk. Guarded
 * by plain monitors only: this runs on application threads while they load classes, and must not touch woven classes.
 */
@NullMarked
package dev.photofinish.site;

import org.jspecify.annotations.NullMarked;
