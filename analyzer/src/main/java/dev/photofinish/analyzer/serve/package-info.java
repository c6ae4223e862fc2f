/**
 * The service: options, and how its parts are put together, started and stopped.
 *
 * <p>In: a properties file, system properties and the environment. Out: a running {@link
 * dev.photofinish.analyzer.serve.AnalyzerServer}, or one sentence about the option that is wrong. The door for the command
 * line is {@link dev.photofinish.analyzer.serve.ServeCommand}.
 *
 * <p>Stopping is the reverse of starting: no more requests, then no more analyses, then the store. Chunks that were accepted
 * and not analysed by then are analysed after the next start.
 */
@NullMarked
package dev.photofinish.analyzer.serve;

import org.jspecify.annotations.NullMarked;
