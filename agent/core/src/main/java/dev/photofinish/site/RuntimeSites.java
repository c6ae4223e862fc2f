package dev.photofinish.site;

import dev.photofinish.shadow.ObjectTypes;
import dev.photofinish.shadow.SiteSource;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Numbers sites whose variable is known only when the code runs. */
public final class RuntimeSites implements SiteSource {
    private final FieldCatalog catalog;
    private final SiteRegistry sites;
    private final Predicate<String> inScope;

    /**
     * @param inScope whether the fields that a class declares are watched, by internal name
     */
    public RuntimeSites(FieldCatalog catalog, SiteRegistry sites, Predicate<String> inScope) {
        this.catalog = catalog;
        this.sites = sites;
        this.inScope = inScope;
    }

    @Override
    public int ofType(int site, Class<?> type) {
        String holder = sites.field(site);
        String name = ObjectTypes.shownAs(type).getTypeName();
        String variable = holder.isEmpty() ? name : holder + "[" + name + "]";
        return sites.derive(site, variable, catalog.numberOf(variable));
    }

    @Override
    public int ofField(int site, Class<?> declaring, String name) {
        String owner = declaring.getName().replace('.', '/');
        if (declaring.isHidden()) {
            return 0;
        }
        @Nullable ClassLoader loader = declaring.getClassLoader();
        FieldInfo field = catalog.onlyOne(loader, owner, name);
        return field != null && field.isWatchable() && inScope.test(field.declaringClass())
                ? sites.derive(site, field.qualifiedName(), field.id())
                : 0;
    }
}
