/** Programs about concurrent and plain collections. */
@NullMarked
package dev.photofinish.conformance.collection;

import org.jspecify.annotations.NullMarked;
