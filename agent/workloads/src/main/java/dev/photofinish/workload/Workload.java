package dev.photofinish.workload;

import java.time.Duration;

/** A library at work under several threads, which checks what comes out and leaves no thread behind. */
interface Workload {
    /**
     * Works for about that long.
     *
     * @return what was done, for the log
     * @throws IllegalStateException if the library's answers were wrong
     */
    String run(Duration time) throws Exception;
}
