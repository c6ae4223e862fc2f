package dev.photofinish.analyzer.order;

/** How two points of an execution relate. */
public enum Order {
    /** The first happens before the second. */
    BEFORE,
    /** The second happens before the first. */
    AFTER,
    /** Nothing orders them. */
    CONCURRENT,
    /** The trace does not decide it. */
    UNKNOWN
}
