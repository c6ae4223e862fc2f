package dev.photofinish.conformance;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A program whose threads take locks in different orders and could meet: that must be reported, of this program once. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Deadlock {
    /** How many locks are in the cycle. */
    int locks();
}
