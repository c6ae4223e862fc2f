/** Programs about what an access is: which variable, wherever in the code it stands. */
@NullMarked
package dev.photofinish.conformance.fields;

import org.jspecify.annotations.NullMarked;
