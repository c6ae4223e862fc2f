package dev.photofinish.timing;

/** The class of which {@link ManyClasses} defines thousands under other names: a field, a volatile, a monitor. */
final class Template {
    static final String NAME = "dev/photofinish/timing/Template";

    private int value;
    private volatile boolean ready;

    synchronized int next() {
        ready = true;
        return ready ? ++value : value;
    }
}
