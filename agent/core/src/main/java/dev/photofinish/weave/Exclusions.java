package dev.photofinish.weave;

import java.util.List;

/** Classes that are never woven, each with its reason. */
final class Exclusions {
    private static final List<String> PREFIXES = List.of(
            "dev/photofinish/event/", // the agent itself: a probe would call itself
            "dev/photofinish/shadow/", // as above
            "dev/photofinish/window/", // as above
            "dev/photofinish/probe/", // as above
            "dev/photofinish/entry/", // as above
            "java/", // the JDK is woven by the rule table alone: its inner orderings are no promise
            "jdk/", // as java/
            "sun/", // as java/
            "com/sun/", // as java/
            "org/jcp/", // as java/: XML signatures of the JDK
            "com/ibm/j9", // as java/: inner classes of another JVM
            "org/jacoco/agent/rt/", // another agent's runtime: its own counters race by design
            "io/opentelemetry/javaagent/"); // another agent's runtime, in a loader of its own

    private Exclusions() {}

    static boolean excluded(String internalName) {
        for (String prefix : PREFIXES) {
            if (internalName.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }
}
