package dev.photofinish.analyzer.store;

import dev.photofinish.analyzer.finding.LockCycle;
import java.time.Instant;

/** A cycle of locks, seen in any of the instances of a service since it was first seen. */
public record LockOrderFinding(String service, LockCycle cycle, Instant firstSeen, Instant lastSeen) {}
