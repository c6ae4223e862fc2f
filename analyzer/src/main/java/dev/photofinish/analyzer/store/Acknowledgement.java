package dev.photofinish.analyzer.store;

import java.time.Instant;

/**
 * Somebody's word that a finding is known.
 *
 * @param until when the finding becomes open again
 */
public record Acknowledgement(String by, String reason, Instant at, Instant until) {}
