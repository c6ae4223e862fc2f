package dev.photofinish.weave;

import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Takes the bodies of the probes' methods away: of those that do nothing while the gate is closed. A compiler leaves the call of an empty
 * method out, and its arguments with it: whatever is in the way of what it would do with the code around is gone.
 *
 * <p>A transformer of the probes' own classes, while it is registered. Called by the JVM; never throws.
 */
public final class EmptyProbes implements ClassFileTransformer {
    private static final String GATE = "dev/photofinish/window/Gate";

    /** Does nothing while the gate is closed but note what saves its calls. */
    private static final String CHECKED = "checked(Ljava/lang/Class;J)V";

    private volatile @Nullable Throwable problem;

    /** The classes of the probes. */
    public static List<Class<?>> types() {
        List<Class<?>> types = new ArrayList<>();
        for (String name : Probes.ALL) {
            try {
                types.add(Class.forName(name.replace('/', '.'), false, null));
            } catch (ClassNotFoundException absent) {
                throw new IllegalStateException("the boot jar is not on the bootstrap search path", absent);
            }
        }
        return types;
    }

    @Override
    public byte @Nullable [] transform(
            @Nullable Module module,
            @Nullable ClassLoader loader,
            @Nullable String name,
            @Nullable Class<?> redefined,
            @Nullable ProtectionDomain domain,
            byte[] classFile) {
        if (redefined == null || loader != null || name == null || !Probes.ALL.contains(name)) {
            return null;
        }
        try {
            return emptied(classFile);
        } catch (Throwable failure) {
            problem = failure;
            return null;
        }
    }

    /** Why a class has kept its bodies; null where none has. */
    public @Nullable Throwable problem() {
        return problem;
    }

    static byte[] emptied(byte[] classFile) {
        ClassNode type = new ClassNode();
        new ClassReader(classFile).accept(type, 0);
        for (MethodNode method : type.methods) {
            if (isProbe(method)) {
                method.instructions.clear();
                method.instructions.add(new InsnNode(Opcodes.RETURN));
                method.tryCatchBlocks.clear();
                method.localVariables = null;
                method.maxStack = 0;
            }
        }
        ClassWriter writer = new ClassWriter(0);
        type.accept(writer);
        return writer.toByteArray();
    }

    private static boolean isProbe(MethodNode method) {
        int wanted = Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC;
        return (method.access & wanted) == wanted
                && method.desc.endsWith(")V")
                && (beginsAtTheGate(method) || CHECKED.equals(method.name + method.desc));
    }

    private static boolean beginsAtTheGate(MethodNode method) {
        for (AbstractInsnNode instruction : method.instructions) {
            if (instruction.getOpcode() >= 0) {
                return instruction.getOpcode() == Opcodes.GETSTATIC
                        && ((FieldInsnNode) instruction).owner.equals(GATE)
                        && ((FieldInsnNode) instruction).desc.equals("Z")
                        && instruction.getNext().getOpcode() == Opcodes.IFEQ;
            }
        }
        return false;
    }
}
