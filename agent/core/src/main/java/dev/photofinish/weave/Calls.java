package dev.photofinish.weave;

import java.util.Set;
import org.objectweb.asm.Opcodes;

/** Calls that are woven where they are made, because the method called cannot be: native, intrinsic, or polymorphic. */
final class Calls {
    private static final Set<String> PLAIN = Set.of("get", "set");
    private static final Set<String> LOCK_METHODS = Set.of("lock", "lockInterruptibly", "tryLock", "unlock");

    private Calls() {}

    /** {@code Object.wait}, which is final: the owner does not matter. */
    static boolean isWait(int opcode, String method, String descriptor) {
        return opcode == Opcodes.INVOKEVIRTUAL
                && method.equals("wait")
                && (descriptor.equals("()V") || descriptor.equals("(J)V") || descriptor.equals("(JI)V"));
    }

    /** {@code Thread.isAlive}, native on JDK 17; the probe looks at the receiver. */
    static boolean isAlive(int opcode, String method, String descriptor) {
        return opcode == Opcodes.INVOKEVIRTUAL && method.equals("isAlive") && descriptor.equals("()Z");
    }

    /** Methods of locks, whose caller is what a report must name. */
    static boolean isLock(String owner, String method) {
        return owner.startsWith("java/util/concurrent/locks/") && LOCK_METHODS.contains(method);
    }

    /** An access by variable handle or {@code sun.misc.Unsafe} that synchronizes, or a fence. */
    static boolean isHandle(int opcode, String owner, String method) {
        if (owner.equals("java/lang/invoke/VarHandle")) {
            return opcode == Opcodes.INVOKESTATIC ? isFence(method) : isAccessMode(method);
        }
        return owner.equals("sun/misc/Unsafe") && opcode == Opcodes.INVOKEVIRTUAL && isUnsafeOrdering(method);
    }

    static boolean isFence(String method) {
        return method.endsWith("Fence") && !method.equals("reachabilityFence");
    }

    /** Whether the call may publish: everything but a pure read. */
    static boolean releases(String method) {
        boolean read = method.equals("getVolatile")
                || method.equals("getAcquire")
                || method.equals("getOpaque")
                || method.matches("get(?!And)\\w+Volatile")
                || method.equals("acquireFence")
                || method.equals("loadLoadFence")
                || method.equals("loadFence");
        return !read;
    }

    /** Whether the call may see what was published: everything but a pure write. */
    static boolean acquires(String method) {
        boolean write = method.equals("setVolatile")
                || method.equals("setRelease")
                || method.equals("setOpaque")
                || method.startsWith("put")
                || method.equals("releaseFence")
                || method.equals("storeStoreFence")
                || method.equals("storeFence");
        return !write;
    }

    private static boolean isAccessMode(String method) {
        return !PLAIN.contains(method)
                && (method.startsWith("get")
                        || method.startsWith("set")
                        || method.startsWith("compareAnd")
                        || method.startsWith("weakCompareAnd"));
    }

    private static boolean isUnsafeOrdering(String method) {
        return method.endsWith("Volatile")
                || method.startsWith("putOrdered")
                || method.startsWith("compareAndSwap")
                || method.startsWith("getAnd")
                || isFence(method);
    }
}
