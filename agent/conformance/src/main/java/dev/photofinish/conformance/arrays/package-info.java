/** Programs about array elements and about the fields that hold arrays. */
@NullMarked
package dev.photofinish.conformance.arrays;

import org.jspecify.annotations.NullMarked;
