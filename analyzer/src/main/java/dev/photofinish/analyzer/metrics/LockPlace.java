package dev.photofinish.analyzer.metrics;

/** The labels of the lock metrics. */
record LockPlace(String service, String lockClass, String site, String kind) {
    static LockPlace other(String service) {
        return new LockPlace(service, LabelBound.OTHER, LabelBound.OTHER, LabelBound.OTHER);
    }
}
