package dev.photofinish.analyzer.race;

import dev.photofinish.analyzer.finding.CodeIdentity;
import dev.photofinish.analyzer.trace.Site;

/** The identity of a race across windows, runs and releases: the field and the unordered pair of methods. */
final class Fingerprint {
    private Fingerprint() {}

    /** Equal for the same field and the same pair of sides, whichever comes first. */
    static String of(String field, Side a, Side b) {
        String one = code(a.site());
        String other = code(b.site());
        boolean ordered = one.compareTo(other) <= 0;
        return CodeIdentity.fingerprint(
                CodeIdentity.className(field) + "\n" + (ordered ? one : other) + "\n" + (ordered ? other : one));
    }

    private static String code(Site site) {
        return CodeIdentity.method(site.className(), site.method(), site.descriptor());
    }
}
