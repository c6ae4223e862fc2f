package dev.photofinish.analyzer.store;

import dev.photofinish.analyzer.finding.Contention;
import java.time.Instant;

/** The contention at one place since it was first seen, summed over all instances of a service. */
public record LockContention(String service, Contention contention, Instant firstSeen, Instant lastSeen) {}
