/** A program whose race shows itself once in a few seconds: {@link dev.photofinish.rare.Rare}. */
@NullMarked
package dev.photofinish.rare;

import org.jspecify.annotations.NullMarked;
