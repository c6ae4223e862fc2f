package dev.photofinish.schedule;

import dev.photofinish.site.FieldInfo;
import dev.photofinish.weave.Scope;
import java.util.BitSet;
import java.util.function.Predicate;

/**
 * Which fields are watched: a set that was chosen, and of fields that are met later, in classes loaded meanwhile, as many as
 * there is room for. Asked by every thread that weaves.
 */
public final class FieldSelection implements Predicate<FieldInfo> {
    private final Scope scope;
    private final boolean full;

    /** Numbers up to this were there to be chosen. */
    private final int known;

    private final BitSet watched;
    private final BitSet cold;
    private int room;

    private FieldSelection(Scope scope, boolean full, int known, BitSet watched, BitSet cold, int room) {
        this.scope = scope;
        this.full = full;
        this.known = known;
        this.watched = watched;
        this.cold = cold;
        this.room = room;
    }

    /** Every field in scope: full mode. */
    public static FieldSelection all(Scope scope) {
        return new FieldSelection(scope, true, 0, new BitSet(), new BitSet(), Integer.MAX_VALUE);
    }

    /**
     * The selection of one session.
     *
     * @param known the highest number of a field that could be chosen
     * @param chosen the numbers of those that were
     * @param cold the numbers of those whose access may open a window
     * @param room how many of later numbers are taken besides
     */
    static FieldSelection of(Scope scope, int known, BitSet chosen, BitSet cold, int room) {
        return new FieldSelection(scope, false, known, (BitSet) chosen.clone(), (BitSet) cold.clone(), room);
    }

    /** None: nothing is watched. */
    static FieldSelection none(Scope scope) {
        return of(scope, 0, new BitSet(), new BitSet(), 0);
    }

    /** Whether an access to the field may open a window: never of one that was met later, of which nothing is known. */
    boolean isCold(FieldInfo field) {
        return cold.get(field.id());
    }

    /** The numbers of those fields. */
    BitSet cold() {
        return (BitSet) cold.clone();
    }

    /** The numbers of the fields watched by now. */
    synchronized BitSet watched() {
        return (BitSet) watched.clone();
    }

    @Override
    public boolean test(FieldInfo field) {
        if (field.isUnheld()) {
            return full;
        }
        return field.isWatchable() && scope.includes(field.declaringClass()) && (full || isWatched(field.id()));
    }

    private synchronized boolean isWatched(int field) {
        if (field > known && room > 0 && !watched.get(field)) {
            room--;
            watched.set(field);
        }
        return watched.get(field);
    }
}
