package dev.photofinish.weave;

import dev.photofinish.site.FieldCatalog;
import dev.photofinish.site.FieldInfo;
import dev.photofinish.site.Shape;
import dev.photofinish.site.SiteRegistry;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What the weavers of one method share: whose method it is, and who numbers its sites.
 *
 * @param owner internal name of the class
 * @param version major version of the class file
 * @param armed which fields are watched
 * @param cold which of them may open a window by their access
 * @param initialization which checks of class initialization are woven
 * @param idioms the shapes of the field instructions of the class
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
        Predicate<FieldInfo> cold,
        InitializationChecks initialization,
        Idioms idioms,
        @Nullable StaleMethods stale) {
    int site(int line, String field, int fieldId, String kind) {
        return site(line, field, fieldId, kind, Shape.OTHER);
    }

    int site(int line, String field, int fieldId, String kind, Shape shape) {
        int site = sites.number(owner.replace('/', '.'), method, descriptor, line, field, fieldId, kind, shape);
        if (stale != null && !needs.ambiguous) {
            stale.addSite(owner, method, site);
        }
        return site;
    }

    /** The shape of the method's n-th field instruction, from 0. */
    Shape shape(int fieldInstruction) {
        return idioms.shape(method, descriptor, fieldInstruction);
    }

    FieldInfo field(String fieldOwner, String name, String type) {
        return catalog.resolveOrAssume(loader, fieldOwner, name, type);
    }
}
