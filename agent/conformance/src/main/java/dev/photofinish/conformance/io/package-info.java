/** Programs about bytes that travel inside one JVM. */
@NullMarked
package dev.photofinish.conformance.io;

import org.jspecify.annotations.NullMarked;
