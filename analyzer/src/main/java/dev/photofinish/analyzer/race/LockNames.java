package dev.photofinish.analyzer.race;

import dev.photofinish.analyzer.trace.LockSetMember;
import dev.photofinish.analyzer.trace.Site;
import dev.photofinish.analyzer.trace.SiteDictionary;

/** Locks by the part that they play in the code: the field that they were taken by, or the object itself. */
final class LockNames {
    private final SiteDictionary sites;

    LockNames(SiteDictionary sites) {
        this.sites = sites;
    }

    /**
     * The name of a lock that was held while the variable was accessed: {@code pkg.Class.field} where the code took it from a
     * field, {@code this} where it is the object that the variable belongs to, else its class and number.
     */
    String of(LockSetMember lock, Variable variable) {
        Site site = sites.find(lock.site());
        if (site != null && !site.field().isEmpty()) {
            return site.field();
        }
        return variable.object() != 0 && lock.object() == variable.object()
                ? "this (" + lock.lockClass() + ")"
                : lock.lockClass() + "@" + lock.object();
    }
}
