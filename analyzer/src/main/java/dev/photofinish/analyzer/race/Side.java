package dev.photofinish.analyzer.race;

import dev.photofinish.analyzer.trace.FieldAccess;
import dev.photofinish.analyzer.trace.Site;

/**
 * One side of a race: where it is in the code, what it does there.
 *
 * @param example an access of this side that the other side's example is not ordered with
 */
record Side(Site site, FieldAccess example) {
    FieldAccess.Kind kind() {
        return example.kind();
    }

    /** The side for people: {@code the write in pkg.Class.method:line}. */
    String described() {
        return "the " + kind().label() + " in " + site.place();
    }
}
