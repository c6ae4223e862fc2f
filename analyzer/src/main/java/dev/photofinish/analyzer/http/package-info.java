/**
 * The HTTP server: addresses, rights, tokens, limits, and how answers and errors look.
 *
 * <p>In: {@link dev.photofinish.analyzer.http.Route}s from {@code ingest} and {@code api}. Out: a server on one address; the
 * door is {@link dev.photofinish.analyzer.http.HttpServer}. Requests run on the server's threads.
 *
 * <p>Every answer that is no success is one JSON object with one sentence under {@code error}; a failure of ours gets a
 * number under which the log has the rest, never a stack trace.
 */
@NullMarked
package dev.photofinish.analyzer.http;

import org.jspecify.annotations.NullMarked;
