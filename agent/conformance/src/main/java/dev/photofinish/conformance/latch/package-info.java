/** Programs about latches, barriers, phasers and exchangers. */
@NullMarked
package dev.photofinish.conformance.latch;

import org.jspecify.annotations.NullMarked;
