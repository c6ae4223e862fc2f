package dev.photofinish.site;

import org.objectweb.asm.Opcodes;

/**
 * A field as declared.
 *
 * @param id number of the field, from 1
 * @param declaringClass internal name
 * @param access the flags of the class file
 */
public record FieldInfo(int id, String declaringClass, String name, int access) {
    /** Whether accesses to it synchronize. */
    public boolean isVolatile() {
        return (access & Opcodes.ACC_VOLATILE) != 0;
    }

    /** Whether a race on it could matter: final fields and those that compilers made are never watched. */
    public boolean isWatchable() {
        return (access & (Opcodes.ACC_VOLATILE | Opcodes.ACC_FINAL | Opcodes.ACC_SYNTHETIC)) == 0;
    }

    /** As reports name it: {@code pkg.Class.field}. */
    public String qualifiedName() {
        return declaringClass.replace('/', '.') + "." + name;
    }
}
