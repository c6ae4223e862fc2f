/** Programs about atomics, field updaters and VarHandles. */
@NullMarked
package dev.photofinish.conformance.atomic;

import org.jspecify.annotations.NullMarked;
