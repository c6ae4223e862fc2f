package dev.photofinish.weave;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Which final fields and which captured values are followed: those through which a watched variable can be reached. */
final class FinalFields {
    /** Types behind which there is nothing that is watched. */
    private static final Set<String> LEAVES = Set.of(
            "Ljava/lang/String;",
            "Ljava/lang/Class;",
            "Ljava/lang/Boolean;",
            "Ljava/lang/Character;",
            "Ljava/lang/Byte;",
            "Ljava/lang/Short;",
            "Ljava/lang/Integer;",
            "Ljava/lang/Long;",
            "Ljava/lang/Float;",
            "Ljava/lang/Double;",
            "Ljava/lang/Void;",
            "Ljava/util/UUID;",
            "Ljava/util/Locale;",
            "Ljava/nio/charset/Charset;");

    private static final List<String> LEAF_PACKAGES =
            List.of("Ljava/math/", "Ljava/time/", "Ljava/util/concurrent/locks/");

    private static final Set<String> LAMBDA_FACTORIES = Set.of("metafactory", "altMetafactory");

    private FinalFields() {}

    static boolean leadsOn(String descriptor) {
        return Type.getType(descriptor).getSort() >= Type.ARRAY
                && !LEAVES.contains(descriptor)
                && LEAF_PACKAGES.stream().noneMatch(descriptor::startsWith);
    }

    /** Whether any argument of a method of that descriptor does: for a lambda, of what it captures. */
    static boolean anyLeadsOn(String descriptor) {
        return Arrays.stream(Type.getArgumentTypes(descriptor)).anyMatch(argument -> leadsOn(argument.getDescriptor()));
    }

    static boolean isFollowed(int access, String descriptor) {
        int kind = access & (Opcodes.ACC_FINAL | Opcodes.ACC_STATIC);
        return kind == Opcodes.ACC_FINAL && leadsOn(descriptor);
    }

    static boolean isLambda(Handle bootstrap) {
        return bootstrap.getOwner().equals("java/lang/invoke/LambdaMetafactory")
                && LAMBDA_FACTORIES.contains(bootstrap.getName());
    }

    /** Methods of records that the JDK makes, which read the components. */
    static boolean isRecordMethod(Handle bootstrap) {
        return bootstrap.getOwner().equals("java/lang/runtime/ObjectMethods");
    }

    /** Whether a method that a lambda is made of is its body, as compilers make it: an obfuscator renames it. */
    static boolean isLambdaBody(int access) {
        return (access & Opcodes.ACC_SYNTHETIC) != 0;
    }

    /** Stands for the code of a lambda. */
    static int lambda(String owner, String method) {
        return (owner + "." + method).hashCode();
    }

    static boolean isFinalizer(String method, String descriptor) {
        return method.equals("finalize") && descriptor.equals("()V");
    }
}
