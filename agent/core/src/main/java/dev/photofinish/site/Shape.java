package dev.photofinish.site;

/** What the bytecode around a field access looks like. The labels are values of the attribute {@code shape} of a site event. */
public enum Shape {
    /** Nothing that is known to be harmless, or harmful. */
    OTHER(""),

    /** A write by a constructor or by a static initializer. */
    INITIAL(""),

    /** The field is read once, and written only where that read gave the default value: as {@code String.hashCode} does it. */
    LAZY_SINGLE_READ("lazy initialization, single read"),

    /** The same with a second read for the result, which may see the default value again. */
    LAZY_DOUBLE_READ("lazy initialization, double read"),

    /** A constant is added to a field of at most 32 bits, and nobody uses the sum. */
    COUNT("counter"),

    /** The value is answered by a getter, or becomes part of a text or of a log message. */
    REPORT("counter report");

    private final String label;

    Shape(String label) {
        this.label = label;
    }

    /** The word for events; empty where there is nothing to say. */
    public String label() {
        return label;
    }
}
