/**
 * How long an attach takes and how long it stops the application: printed, never asserted.
 *
 * <p>{@code java -cp agent/conformance/target/classes dev.photofinish.timing.AttachTiming 10000 7 [java-home]}
 */
@NullMarked
package dev.photofinish.timing;

import org.jspecify.annotations.NullMarked;
