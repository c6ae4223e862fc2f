/**
 * From the recording to the analyzer: chunks are cut, spooled on disk within a bound, and sent at least once.
 *
 * <p>In: one JFR recording. Out: POSTs of raw chunk bytes, and a file where one was asked for. Runs on the agent's threads.
 * Lost is only what no longer fits the spool; it is counted.
 */
@NullMarked
package dev.photofinish.transport;

import org.jspecify.annotations.NullMarked;
