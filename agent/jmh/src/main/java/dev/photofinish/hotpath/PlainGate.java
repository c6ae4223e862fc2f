package dev.photofinish.hotpath;

import dev.photofinish.probe.FieldProbe;

/** The variant that was rejected: {@link FieldProbe} with a gate that is not volatile, which a compiled loop never sees open. */
final class PlainGate {
    static boolean fields;

    private PlainGate() {}

    static void read(Object owner, int site) {
        if (fields) {
            FieldProbe.read(owner, site);
        }
    }
}
