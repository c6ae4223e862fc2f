package dev.photofinish.schedule;

import dev.photofinish.probe.AgentCode;
import dev.photofinish.shadow.ThreadShadow;
import java.util.Objects;

/** Asks the JVM to link a class, which verifies it and may load the classes that it is checked against, but initializes nothing. */
final class Linking {
    private Linking() {}

    /** Whether the class cannot be linked now: for want of another class, mostly. False also where the JVM links it later. */
    static boolean fails(Class<?> type) {
        // What the application's loader does for it is the application's own.
        ThreadShadow application = AgentCode.pause();
        try {
            // HotSpot links a class before it tells its fields (jvm.cpp, JVM_GetClassDeclaredFields); no method of the
            // JDK does only that.
            Objects.requireNonNull(type.getFields());
            return false;
        } catch (LinkageError unlinkable) {
            return true;
        } catch (RuntimeException unusual) {
            // Of a class loader: the exchange will tell.
            return false;
        } finally {
            AgentCode.resume(application);
        }
    }
}
