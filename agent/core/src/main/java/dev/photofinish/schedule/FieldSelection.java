package dev.photofinish.schedule;

import dev.photofinish.site.FieldInfo;
import dev.photofinish.weave.Scope;
import java.util.function.Predicate;

/**
 * Which fields a session watches: all that are in scope where they are few, otherwise a pseudo-random share of them, another
 * one each session. Classes that are loaded later fall under the same rule.
 */
public final class FieldSelection implements Predicate<FieldInfo> {
    private final Scope scope;
    private final int shares;
    private final int share;

    private FieldSelection(Scope scope, int shares, int share) {
        this.scope = scope;
        this.shares = shares;
        this.share = share;
    }

    /** Every field in scope: full mode. */
    public static FieldSelection all(Scope scope) {
        return new FieldSelection(scope, 1, 0);
    }

    /**
     * The selection of one session.
     *
     * @param known fields in scope that are known so far
     * @param most fields to watch at once, about
     * @param session number of the session, from 0: the shares take turns
     */
    static FieldSelection share(Scope scope, int known, int most, int session) {
        int shares = Math.max(1, (known + most - 1) / most);
        return new FieldSelection(scope, shares, Math.floorMod(session, shares));
    }

    int shares() {
        return shares;
    }

    @Override
    public boolean test(FieldInfo field) {
        return field.isWatchable()
                && scope.includes(field.declaringClass())
                && Math.floorMod((field.id() * 0x9E3779B9) >>> 8, shares) == share;
    }
}
