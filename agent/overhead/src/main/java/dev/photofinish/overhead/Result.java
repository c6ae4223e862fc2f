package dev.photofinish.overhead;

import java.util.ArrayList;
import java.util.List;

/** A line of the table while it grows: the pairs so far, or why there are none. */
final class Result {
    private final Workload workload;
    private final Jdk jdk;
    private final Row row;
    private final List<Pair> pairs = new ArrayList<>();
    private String failure = "";

    Result(Workload workload, Jdk jdk, Row row) {
        this.workload = workload;
        this.jdk = jdk;
        this.row = row;
    }

    Workload workload() {
        return workload;
    }

    Jdk jdk() {
        return jdk;
    }

    Row row() {
        return row;
    }

    List<Pair> pairs() {
        return pairs;
    }

    /** Why this row does not run here; empty if it does. */
    String failure() {
        return failure;
    }

    void fail(String reason) {
        failure = reason;
    }
}
