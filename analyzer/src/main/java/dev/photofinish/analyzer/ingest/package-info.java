/**
 * Chunks in, observations out: takes chunks over HTTP, makes them durable, and feeds each instance's chunks in order to its
 * analysis.
 *
 * <p>In: {@code POST /api/v1/chunks}, bytes that nobody vouches for. Out: {@link
 * dev.photofinish.analyzer.store.Observations}, stored together with the mark that the chunk is analysed. The doors are
 * {@link dev.photofinish.analyzer.ingest.ChunkHandler} and {@link dev.photofinish.analyzer.ingest.AnalysisQueue}.
 *
 * <p>Threads: the HTTP server's threads take chunks and answer when they are on disk; a few analysis threads work on them,
 * one thread at a time per instance; one thread watches for chunks that do not come and for instances that fell silent.
 *
 * <p>Lost: chunks that never came are passed after a while and counted as missing; chunks over a limit are refused and the
 * agent is told; chunks that the decoder rejects are counted, and the last few of them are kept in a directory.
 */
@NullMarked
package dev.photofinish.analyzer.ingest;

import org.jspecify.annotations.NullMarked;
