package dev.photofinish.analyzer.metrics;

/** The labels of the lock metrics. */
record LockPlace(String service, String lockClass, String site, String kind) {
    static LockPlace other(String service, String kind) {
        return new LockPlace(service, LabelBound.OTHER, LabelBound.OTHER, kind);
    }
}
