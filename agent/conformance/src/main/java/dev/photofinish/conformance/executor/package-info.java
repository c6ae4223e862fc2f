/** Programs about executors, futures, fork-join and streams. */
@NullMarked
package dev.photofinish.conformance.executor;

import org.jspecify.annotations.NullMarked;
