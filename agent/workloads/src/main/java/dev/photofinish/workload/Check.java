package dev.photofinish.workload;

/** What a workload holds the library's answers against. */
final class Check {
    private Check() {}

    static void equal(long expected, long found, String what) {
        if (expected != found) {
            throw new IllegalStateException("expected " + what + " " + expected + ", found " + found);
        }
    }

    static void that(boolean holds, String what) {
        if (!holds) {
            throw new IllegalStateException("expected " + what);
        }
    }
}
