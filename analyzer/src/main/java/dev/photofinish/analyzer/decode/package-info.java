/**
 * From bytes to events: splits a stream into JFR chunks and reads the handful of event types that the engine understands.
 *
 * <p>In: bytes that nobody vouches for. Out: the events of {@code trace}, or an {@link
 * dev.photofinish.analyzer.decode.UnusableInputException} that says what was expected, what was found and at which byte.
 * The layout of every event is taken from the chunk's own metadata, so that one reader serves JDK 17 and 25. One thread
 * per chunk. Lost: events of types that the engine does not know are skipped and counted.
 */
@NullMarked
package dev.photofinish.analyzer.decode;

import org.jspecify.annotations.NullMarked;
