package dev.photofinish.site;

import java.util.EnumSet;
import java.util.Set;

/**
 * The shapes of all places that access one field. An idiom is one only if no other place breaks it: a hash that somebody resets
 * is no cache, a counter that somebody decides by is no statistic.
 */
final class FieldShapes {
    private static final Set<Shape> LAZY = EnumSet.of(Shape.LAZY_SINGLE_READ, Shape.INITIAL);
    private static final Set<Shape> COUNTER = EnumSet.of(Shape.COUNT, Shape.REPORT, Shape.INITIAL);

    private final Set<Shape> all = EnumSet.noneOf(Shape.class);
    private final Set<Shape> writes = EnumSet.noneOf(Shape.class);

    void add(Shape shape, boolean write) {
        all.add(shape);
        if (write) {
            writes.add(shape);
        }
    }

    /** The shape as far as the places known so far bear it out. */
    Shape confirmed(Shape shape) {
        return switch (shape) {
            case LAZY_SINGLE_READ -> LAZY.containsAll(writes) ? shape : Shape.OTHER;
            case COUNT, REPORT -> COUNTER.containsAll(all) && all.contains(Shape.COUNT) ? shape : Shape.OTHER;
            case LAZY_DOUBLE_READ, OTHER, INITIAL -> shape;
        };
    }
}
