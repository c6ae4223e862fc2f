package dev.photofinish.workload;

/**
 * What goes through a library from one thread to another: its plain fields are written before and read after, so that an edge
 * that the library gives, and the agent misses, is a report.
 */
final class Parcel {
    private long number;
    private long check;

    Parcel() {}

    Parcel(long number) {
        fill(number);
    }

    void fill(long content) {
        number = content;
        check = ~content;
    }

    long open() {
        Check.equal(~number, check, "the check word of parcel " + number);
        return number;
    }

    void clear() {
        number = 0;
        check = -1;
    }
}
