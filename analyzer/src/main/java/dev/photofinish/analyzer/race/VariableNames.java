package dev.photofinish.analyzer.race;

import dev.photofinish.analyzer.trace.FieldAccess;
import dev.photofinish.analyzer.trace.Site;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/**
 * What variables are called. A field has one name. The elements of an array and the contents of an object are called after
 * the field that holds it, which one place in the code may know and another not: the name that tells most stands for all.
 */
final class VariableNames {
    private static final Comparator<Site> BEST_FIRST =
            Comparator.comparing((Site site) -> !site.namesHolder()).thenComparing(Site::field);

    private final Function<FieldAccess, Site> sites;
    private final Map<Long, Site> ofContents = new HashMap<>();

    VariableNames(List<FieldAccess> accesses, Function<FieldAccess, Site> sites) {
        this.sites = sites;
        for (FieldAccess access : accesses) {
            if (access.isOfContents()) {
                ofContents.merge(access.object(), sites.apply(access), BinaryOperator.minBy(BEST_FIRST));
            }
        }
    }

    String of(FieldAccess access) {
        Site own = sites.apply(access);
        return (access.isOfContents() ? ofContents.getOrDefault(access.object(), own) : own).field();
    }
}
