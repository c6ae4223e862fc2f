package dev.photofinish.weave;

import java.util.Set;

/**
 * Classes of the JDK whose monitors order what an application does, by their documentation or as they call objects of the application's
 * while they hold them: woven like an application's monitors.
 */
final class JdkMonitors {
    static final Set<String> CLASSES = Set.of(
            "java/util/Hashtable", // "synchronized" says its documentation
            "java/util/Vector", // as above
            "java/util/Vector$1", // its enumeration, under its lock
            "java/util/Vector$Itr", // its iterators, likewise
            "java/util/Vector$ListItr", // likewise
            "java/util/Observable", // whether it has changed is kept under its lock
            "java/util/stream/Collectors", // groupingByConcurrent accumulates under the lock of the container
            "java/beans/ChangeListenerMap", // the listeners of PropertyChangeSupport and VetoableChangeSupport
            "sun/management/NotificationEmitterSupport", // tells of collections and of memory that runs low
            "java/util/prefs/AbstractPreferences", // the thread that tells listeners takes events from its queue
            "java/util/prefs/AbstractPreferences$EventDispatchThread", // as above
            "sun/rmi/transport/ObjectTable", // the objects that are called from elsewhere
            "java/net/CookieHandler", // the default one is kept under its lock
            "java/net/ResponseCache", // as above
            "java/net/Authenticator", // asks its subclass
            "java/util/Stack", // a Vector
            "java/lang/StringBuffer", // "synchronized" says its documentation
            "java/lang/ClassLoader", // loadClass holds what getClassLoadingLock answers, while it calls findClass
            "java/util/concurrent/TimeUnit", // timedWait gives its caller's monitor up and takes it again
            "java/io/PrintStream", // writes to the stream around which it is
            "java/io/BufferedOutputStream", // as above
            "java/io/DataOutputStream", // as above
            "java/util/zip/GZIPOutputStream", // as above
            "java/util/zip/ZipOutputStream", // as above
            "sun/nio/cs/StreamEncoder", // that of OutputStreamWriter and FileWriter: as above
            "java/io/PrintWriter", // writes to the writer around which it is
            "java/io/BufferedWriter", // as above
            "java/io/Writer", // calls its subclass
            "java/util/logging/StreamHandler", // writes to its stream, on JDK 17 formats too
            "java/util/logging/FileHandler", // as above
            "java/util/logging/SocketHandler", // as above
            "java/util/logging/MemoryHandler"); // publishes to its target

    private JdkMonitors() {}

    /** Whether the class locks around the calls of an object that does not: {@code Collections.synchronized...}. */
    static boolean isWrapper(String internalName) {
        return internalName.startsWith("java/util/Collections$Synchronized");
    }

    static boolean contains(String internalName) {
        return CLASSES.contains(internalName) || isWrapper(internalName); // the user may lock the mutex too
    }
}
