/** Programs about class initialization and lazy initialization. */
@NullMarked
package dev.photofinish.conformance.init;

import org.jspecify.annotations.NullMarked;
