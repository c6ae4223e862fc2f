package dev.photofinish.analyzer.store;

import dev.photofinish.analyzer.finding.Grade;

/** How many findings of one kind and grade a service has. */
public record GradeCount(String service, Grade grade, long count) {}
