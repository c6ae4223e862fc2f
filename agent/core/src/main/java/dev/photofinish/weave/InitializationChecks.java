package dev.photofinish.weave;

import java.util.function.Predicate;

/**
 * Which checks of class initialization are woven into one class.
 *
 * @param known names of classes of which nobody learns anything more by finding them initialized
 */
record InitializationChecks(ClassInitialization level, Predicate<String> known) {
    /** Into the code of the JDK that is woven. */
    static final InitializationChecks OF_THE_JDK =
            new InitializationChecks(ClassInitialization.REFERENCES, name -> false);

    /** Whether the entry of a method of the class is such a check. */
    boolean atEntry(String owner, int access, String method) {
        return level.checksEntry(access, method) && !known.test(owner);
    }

    /** Whether the access to a static field is such a check, unless {@link #isOver} says that there is nothing to learn by it. */
    boolean atAccess(int opcode, String owner, String descriptor, String inClass, String inMethod) {
        return level.checksAccess(opcode, owner, descriptor, inClass, inMethod);
    }

    /**
     * Whether the class that an access to a static field names is known to be initialized.
     *
     * @param declaring the class or interface that has the field; the named one is initialized by the access only if that is it
     */
    boolean isOver(String owner, String declaring) {
        return declaring.equals(owner) && known.test(owner);
    }
}
