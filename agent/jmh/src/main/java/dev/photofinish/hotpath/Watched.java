package dev.photofinish.hotpath;

/** The one class whose fields the agent is told to watch. */
final class Watched {
    private int value;

    Watched(int value) {
        this.value = value;
    }

    int value() {
        return value;
    }

    void set(int newValue) {
        value = newValue;
    }
}
