package dev.photofinish.analyzer.contention;

/** What tells rows of contention apart. */
record WaitPlace(String lockClass, String site, String kind, String source) {}
