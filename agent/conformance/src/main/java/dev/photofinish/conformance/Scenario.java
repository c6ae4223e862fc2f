package dev.photofinish.conformance;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a program shows, and where it comes from. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Scenario {
    /** One sentence. */
    String value();

    /** The tests of the Go race detector's suite that it ports, without their {@code Test} prefix. */
    String[] go() default {};

    /** The first Java version that it runs on. */
    int since() default 17;

    /** It also runs in a JVM of its own, not only with the others. */
    boolean alone() default false;

    /**
     * What has to exist before its verdict is right; empty when the verdict is asserted. A marked program is run and
     * listed: right by luck today, it may be wrong by schedule tomorrow.
     */
    String needs() default "";
}
