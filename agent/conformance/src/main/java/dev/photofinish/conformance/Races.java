package dev.photofinish.conformance;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The variables of a program that race: all of these must be reported, and nothing else. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Races {
    /** Field names; those of a nested class as {@code Nested.field}. */
    String[] value();
}
