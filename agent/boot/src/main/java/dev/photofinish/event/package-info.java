/**
 * The JFR events of Photofinish: the public wire format between the agent and everything that reads its recordings.
 *
 * <p>In: ids and primitives from {@code shadow} and {@code window}. Out: {@code jdk.jfr} events of category "Photofinish".
 * Each event type has one static {@code emit} method; nothing else of a type is visible. Every type is disabled unless a
 * recording enables it by name, so a user's own recording never carries them unasked.
 *
 * <p>Thread: whichever thread emits; committing takes 60-130 ns without and 0.9-3.5 us with a stack trace. Loss: JFR
 * may drop a buffer; the analyzer notices by the per-thread edge sequence (see {@link dev.photofinish.event.WindowThreadEvent}).
 *
 * <p>Names and fields are an API, guarded by a golden file in the tests.
 */
@NullMarked
package dev.photofinish.event;

import org.jspecify.annotations.NullMarked;
