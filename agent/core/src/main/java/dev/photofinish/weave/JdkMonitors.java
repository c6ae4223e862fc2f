package dev.photofinish.weave;

import java.util.Set;

/** Classes of the JDK whose monitors order their callers by documentation: woven like an application's monitors. */
final class JdkMonitors {
    private static final Set<String> CLASSES = Set.of(
            "java/util/Hashtable", // "synchronized" says its documentation
            "java/util/Vector", // as above
            "java/util/Stack", // as above
            "java/lang/StringBuffer", // as above
            "java/lang/ClassLoader", // loadClass holds what getClassLoadingLock answers, while it calls findClass
            "java/util/concurrent/TimeUnit"); // timedWait gives its caller's monitor up and takes it again

    private JdkMonitors() {}

    /** Whether the class locks around the calls of an object that does not: {@code Collections.synchronized...}. */
    static boolean isWrapper(String internalName) {
        return internalName.startsWith("java/util/Collections$Synchronized");
    }

    static boolean contains(String internalName) {
        return CLASSES.contains(internalName) || isWrapper(internalName); // the user may lock the mutex too
    }
}
