package dev.photofinish.weave;

/** A class that needs no probe when none of its fields is watched. */
final class Plain {
    private int value;

    int next() {
        return value++;
    }
}
