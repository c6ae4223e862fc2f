package dev.photofinish.weave;

import dev.photofinish.site.FieldCatalog;
import dev.photofinish.site.FieldInfo;
import dev.photofinish.site.SiteRegistry;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What the weavers of one method share: whose method it is, and who numbers its sites.
 *
 * @param owner internal name of the class
 * @param version major version of the class file
 * @param classInitialization also weave what class initialization orders
 * @param stale told of the sites of a method that is woven after it was loaded; null for one that is not
 */
record MethodContext(
        @Nullable ClassLoader loader,
        String owner,
        int version,
        int access,
        String method,
        String descriptor,
        MethodNeeds needs,
        FieldCatalog catalog,
        SiteRegistry sites,
        Predicate<FieldInfo> armed,
        boolean classInitialization,
        @Nullable StaleMethods stale) {
    int site(int line, String field, int fieldId, String kind) {
        int site = sites.number(owner.replace('/', '.'), method, descriptor, line, field, fieldId, kind);
        if (stale != null && !needs.callsItself) {
            stale.addSite(owner, method, site);
        }
        return site;
    }

    FieldInfo field(String fieldOwner, String name) {
        return catalog.resolveOrAssume(loader, fieldOwner, name);
    }
}
