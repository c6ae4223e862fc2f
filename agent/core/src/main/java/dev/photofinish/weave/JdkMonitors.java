package dev.photofinish.weave;

import java.util.Set;

/** Classes of the JDK whose monitors order their callers by documentation: woven like an application's monitors. */
final class JdkMonitors {
    private static final Set<String> CLASSES = Set.of(
            "java/util/Hashtable", // "synchronized" says its documentation
            "java/util/Vector", // as above
            "java/util/Stack", // as above
            "java/lang/StringBuffer"); // as above

    private JdkMonitors() {}

    static boolean contains(String internalName) {
        return CLASSES.contains(internalName)
                || internalName.startsWith("java/util/Collections$Synchronized"); // the user may lock the mutex too
    }
}
