package dev.photofinish.shadow;

import java.util.ArrayList;
import java.util.List;

/** Finds the threads that are inside a field probe. */
final class FieldProbes implements Buckets.Visitor<ThreadShadow> {
    private final List<ThreadShadow> inside = new ArrayList<>();

    @Override
    public void visit(ThreadShadow thread) {
        if (thread.inFieldVolatile()) {
            inside.add(thread);
        }
    }

    List<ThreadShadow> inside() {
        return inside;
    }
}
