package dev.photofinish.analyzer.trace;

/**
 * One place in the bytecode of the application.
 *
 * @param line line number; -1 where the class has none
 * @param field declaring class and name of the field; empty where the site is no field access
 * @param kind what happens here, in words
 * @param shape the idiom that the code around the access is; empty for none
 * @param suppressedBy the annotation that says that races on the field are meant; empty for none
 */
public record Site(
        int id,
        String className,
        String method,
        String descriptor,
        int line,
        String field,
        String kind,
        String shape,
        String suppressedBy) {
    /** A place that is part of no idiom, of a field without annotation. */
    public Site(int id, String className, String method, String descriptor, int line, String field, String kind) {
        this(id, className, method, descriptor, line, field, kind, "", "");
    }

    /** The place as a person writes it: {@code Class.method:line}. */
    public String place() {
        return className + "." + method + (line < 0 ? "" : ":" + line);
    }
}
