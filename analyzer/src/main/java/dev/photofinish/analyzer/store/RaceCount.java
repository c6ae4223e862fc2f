package dev.photofinish.analyzer.store;

import dev.photofinish.analyzer.finding.Grade;

/** How many races of one grade are open or regressed in a service. */
public record RaceCount(String service, Grade grade, long count) {}
