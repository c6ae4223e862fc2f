/** Programs about references, cleaners and finalizers. */
@NullMarked
package dev.photofinish.conformance.reference;

import org.jspecify.annotations.NullMarked;
