/** Programs about threads: start, join, isAlive, interrupt, confinement, timers, virtual threads. */
@NullMarked
package dev.photofinish.conformance.thread;

import org.jspecify.annotations.NullMarked;
