package dev.photofinish.weave;

import dev.photofinish.site.FieldInfo;
import org.objectweb.asm.tree.analysis.BasicValue;

/** Where a reference in a method comes from, as far as the method itself tells. */
final class Origin extends BasicValue {
    /** May come from anywhere. */
    static final Origin ANYWHERE = new Origin(new From.Anywhere());

    /** The null reference, which may join any other. */
    static final Origin NULL = new Origin(new From.Null());

    /** An array that a compiler or another agent made for itself. */
    static final Origin MACHINERY = new Origin(new From.Machinery());

    /** The places that a reference can come from. */
    sealed interface From {
        record Anywhere() implements From {}

        record Null() implements From {}

        record Machinery() implements From {}

        /**
         * A field, or an array in it.
         *
         * @param depth how many arrays deep
         */
        record Held(FieldInfo field, int depth) implements From {}

        /** An instruction of this method that made the object. */
        final class Made implements From {
            /** Another thread may get to the object. */
            boolean escaped;
        }
    }

    final From from;

    Origin(From from) {
        super(BasicValue.REFERENCE_VALUE.getType());
        this.from = from;
    }

    static Origin held(FieldInfo field) {
        return field.isSynthetic() ? field.isStatic() ? MACHINERY : ANYWHERE : new Origin(new From.Held(field, 0));
    }

    /** What an element of this array comes from. */
    Origin element() {
        return from instanceof From.Held held ? new Origin(new From.Held(held.field, held.depth + 1)) : ANYWHERE;
    }

    void escape() {
        if (from instanceof From.Made made) {
            made.escaped = true;
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Origin origin && from.equals(origin.from);
    }

    @Override
    public int hashCode() {
        return from.hashCode();
    }
}
