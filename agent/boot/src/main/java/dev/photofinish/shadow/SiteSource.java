package dev.photofinish.shadow;

/**
 * Numbers sites whose variable is known only when the code runs. Asked once for each, on an application's thread in the
 * middle of a probe: it must be short, and may take no lock that an application can hold.
 */
public interface SiteSource {
    /** The site for accesses to the contents of objects of that class; 0 where they are not watched. */
    int ofType(int site, Class<?> type);

    /** The site for accesses to that field; 0 where it is not watched. */
    int ofField(int site, Class<?> declaring, String name);
}
