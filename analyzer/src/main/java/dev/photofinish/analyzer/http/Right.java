package dev.photofinish.analyzer.http;

/** What a request may do. Each right has a token of its own, except the first, which needs none. */
public enum Right {
    /** Health and the look of the page: nothing about any service. */
    PUBLIC,
    /** Sending chunks. */
    INGEST,
    /** Reading findings and metrics. */
    READ,
    /** Changing the state of findings. */
    CONTROL
}
