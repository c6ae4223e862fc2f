package dev.photofinish.site;

import dev.photofinish.event.SiteEvent;
import dev.photofinish.shadow.Sites;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers the places in the code that probes stand at, and writes the dictionary of those that events have named. */
public final class SiteRegistry {
    private final Map<Site, Integer> numbers = new HashMap<>();
    private final List<Site> sites = new ArrayList<>();
    private final Map<String, FieldShapes> shapes = new HashMap<>();
    private final Map<String, String> suppressedBy = new HashMap<>();

    /** An empty registry whose number 0 stands for places that were not seen. */
    public SiteRegistry() {
        sites.add(new Site("", "", "", -1, "", 0, "not seen", Shape.OTHER));
        Sites.define(0, 0);
    }

    /** The number of a place of which no shape is known. */
    public int number(
            String className, String method, String descriptor, int line, String field, int fieldId, String kind) {
        return number(className, method, descriptor, line, field, fieldId, kind, Shape.OTHER);
    }

    /**
     * The number of the place: the same for the same place, however often its class is woven.
     *
     * @param fieldId number of the field accessed, 0 for none
     * @param shape of the code around it
     */
    public synchronized int number(
            String className,
            String method,
            String descriptor,
            int line,
            String field,
            int fieldId,
            String kind,
            Shape shape) {
        Site site = new Site(className, method, descriptor, line, field, fieldId, kind, shape);
        Integer known = numbers.get(site);
        if (known != null) {
            return known;
        }
        int number = sites.size();
        sites.add(site);
        numbers.put(site, number);
        if (fieldId != 0) {
            shapes.computeIfAbsent(field, name -> new FieldShapes()).add(shape, !kind.endsWith("read"));
        }
        Sites.define(number, fieldId);
        return number;
    }

    /** An annotation says that races on the field, or on what it holds, are meant. */
    synchronized void suppress(String field, String annotation) {
        suppressedBy.put(field, annotation);
    }

    /** The number of the same place, for a variable of that name. */
    synchronized int derive(int from, String field, int fieldId) {
        Site site = sites.get(from);
        return number(site.className, site.method, site.descriptor, site.line, field, fieldId, site.kind);
    }

    /** The field that accesses at the place are named after. */
    synchronized String field(int number) {
        return sites.get(number).field;
    }

    /** Emits a dictionary event for each site that an event has named. */
    public void emitUsed() {
        for (Entry entry : used()) {
            Site site = entry.site;
            SiteEvent.emit(
                    entry.number,
                    site.className,
                    site.method,
                    site.descriptor,
                    site.line,
                    site.field,
                    site.kind,
                    entry.shape,
                    entry.suppressedBy);
        }
    }

    /** Apart from the emitting: probes that number a site do not wait for that. */
    private synchronized List<Entry> used() {
        List<Entry> used = new ArrayList<>();
        for (int number = 0; number < sites.size(); number++) {
            if (Sites.isUsed(number)) {
                Site site = sites.get(number);
                used.add(new Entry(
                        number,
                        site,
                        shape(site).label(),
                        suppressedBy.getOrDefault(FieldInfo.holder(site.field), "")));
            }
        }
        return used;
    }

    /** The shape of the place, as far as the other places that access its field bear it out. */
    private Shape shape(Site site) {
        FieldShapes ofField = shapes.get(site.field);
        return ofField == null ? site.shape : ofField.confirmed(site.shape);
    }

    private record Entry(int number, Site site, String shape, String suppressedBy) {}

    private record Site(
            String className,
            String method,
            String descriptor,
            int line,
            String field,
            int fieldId,
            String kind,
            Shape shape) {}
}
