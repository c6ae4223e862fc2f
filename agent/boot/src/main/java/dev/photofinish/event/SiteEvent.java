package dev.photofinish.event;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Enabled;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** One place in the bytecode of the application. Written to every chunk for each site that an event has named so far. */
@Name("photofinish.Site")
@Label("Site")
@Description("What a site id means; repeated in every chunk")
@Category("Photofinish")
@Enabled(false)
@StackTrace(false)
public final class SiteEvent extends Event {
    @Label("Site")
    int id;

    @Label("Class")
    @Description("Binary name of the class that contains the code")
    String className = "";

    @Label("Method")
    String method = "";

    @Label("Descriptor")
    @Description("Descriptor of the method")
    String descriptor = "";

    @Label("Line")
    @Description("Line number; -1 where the class has none")
    int line;

    @Label("Field")
    @Description("Declaring class and name of the field; empty where the site is no field access")
    String field = "";

    @Label("Kind")
    @Description("What happens here: read, write, or the synchronization in words")
    String kind = "";

    @Label("Shape")
    @Description(
            "The idiom that the code around the access is, as far as all known places of the field bear it out; empty for none")
    String shape = "";

    @Label("Suppressed By")
    @Description("The annotation of the field or its class that says that races on it are meant; empty for none")
    String suppressedBy = "";

    private SiteEvent() {}

    /** Commits one event; parameters are the fields of the type, in their order. */
    public static void emit(
            int id,
            String className,
            String method,
            String descriptor,
            int line,
            String field,
            String kind,
            String shape,
            String suppressedBy) {
        SiteEvent event = new SiteEvent();
        event.id = id;
        event.className = className;
        event.method = method;
        event.descriptor = descriptor;
        event.line = line;
        event.field = field;
        event.kind = kind;
        event.shape = shape;
        event.suppressedBy = suppressedBy;
        event.commit();
    }
}
