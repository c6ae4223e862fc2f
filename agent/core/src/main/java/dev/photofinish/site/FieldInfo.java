package dev.photofinish.site;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * A field as declared.
 *
 * @param id number of the field, from 1
 * @param declaringClass internal name
 * @param name as reports have it
 * @param access the flags of the class file
 */
public record FieldInfo(int id, String declaringClass, String name, int access) {
    /** Stands for the holder of an array or object that no field is known to hold. */
    public static final FieldInfo UNHELD = new FieldInfo(0, "", "", 0);

    /** The field as reports name it where its class has others of its name: {@code name(type)}, without a dot. */
    FieldInfo ofType(String descriptor) {
        String type = Type.getType(descriptor).getClassName().replace('.', '/');
        return new FieldInfo(id, declaringClass, name + "(" + type + ")", access);
    }

    /** Whether it is {@link #UNHELD}. */
    public boolean isUnheld() {
        return declaringClass.isEmpty();
    }

    /** Whether accesses to it synchronize. */
    public boolean isVolatile() {
        return (access & Opcodes.ACC_VOLATILE) != 0;
    }

    /** Whether a race on it could matter: final fields and those that compilers made are never watched. */
    public boolean isWatchable() {
        return (access & (Opcodes.ACC_VOLATILE | Opcodes.ACC_FINAL | Opcodes.ACC_SYNTHETIC)) == 0;
    }

    /** Whether a compiler or another agent made it. */
    public boolean isSynthetic() {
        return (access & Opcodes.ACC_SYNTHETIC) != 0;
    }

    /** Whether it belongs to its class. */
    public boolean isStatic() {
        return (access & Opcodes.ACC_STATIC) != 0;
    }

    /** The field that holds the array or object that a variable is of: {@code field} for {@code field[…]}, and for itself. */
    static String holder(String variable) {
        int contents = variable.indexOf('[', Math.max(0, variable.lastIndexOf(')')));
        return contents < 0 ? variable : variable.substring(0, contents);
    }

    /** As reports name it: {@code pkg.Class.field}, or {@code pkg.Class.field(type)} where the class has several of that name; empty for {@link #UNHELD}. */
    public String qualifiedName() {
        return isUnheld() ? "" : declaringClass.replace('/', '.') + "." + name;
    }
}
