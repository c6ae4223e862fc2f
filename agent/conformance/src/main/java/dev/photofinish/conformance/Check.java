package dev.photofinish.conformance;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a program asserts about its own outcome, so that a program that does not do what it says fails. */
public final class Check {
    private Check() {}

    /** Fails unless both are equal. */
    public static void equal(@Nullable Object expected, @Nullable Object found) {
        if (!Objects.equals(expected, found)) {
            throw new AssertionError("expected " + expected + ", found " + found);
        }
    }

    /** Fails unless the condition holds. */
    public static void that(boolean condition, String expectation) {
        if (!condition) {
            throw new AssertionError("expected " + expectation);
        }
    }
}
