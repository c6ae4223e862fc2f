package dev.photofinish.conformance.reference;

import dev.photofinish.outside.Marker;

/** Collects garbage until something that depends on it has happened. */
final class Garbage {
    private Garbage() {}

    /** Asks for a collection again and again while nobody has reached the marker. */
    static void collectUntil(Marker marker) throws InterruptedException {
        Thread collector = new Thread(
                () -> {
                    while (!Thread.currentThread().isInterrupted()) {
                        System.gc();
                    }
                },
                "collector");
        collector.start();
        try {
            marker.await();
        } finally {
            collector.interrupt();
            collector.join();
        }
    }
}
