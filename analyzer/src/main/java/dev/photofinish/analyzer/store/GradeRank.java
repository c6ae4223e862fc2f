package dev.photofinish.analyzer.store;

import dev.photofinish.analyzer.finding.Grade;

/** Grades as numbers in a column, so that SQL can sort by them; independent of the order in the source. */
final class GradeRank {
    private GradeRank() {}

    static int of(Grade grade) {
        return switch (grade) {
            case LOW -> 1;
            case MEDIUM -> 2;
            case HIGH -> 3;
        };
    }

    static Grade grade(int rank) {
        return switch (rank) {
            case 1 -> Grade.LOW;
            case 2 -> Grade.MEDIUM;
            case 3 -> Grade.HIGH;
            default -> throw new IllegalStateException("grade: expected 1 to 3, found " + rank);
        };
    }
}
