/** Programs about volatile fields, and about plain ones where a volatile was needed. */
@NullMarked
package dev.photofinish.conformance.volatiles;

import org.jspecify.annotations.NullMarked;
