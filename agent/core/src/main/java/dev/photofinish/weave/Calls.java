package dev.photofinish.weave;

import java.util.Set;
import java.util.regex.Pattern;
import org.objectweb.asm.Opcodes;

/** Calls that are woven where they are made, because the method called cannot be: native, intrinsic, or polymorphic. */
final class Calls {
    private static final Set<String> PLAIN = Set.of("get", "set");
    private static final Set<String> LOCK_METHODS = Set.of("lock", "lockInterruptibly", "tryLock", "unlock");
    private static final Set<String> PERMIT_METHODS =
            Set.of("acquire", "acquireUninterruptibly", "tryAcquire", "release");
    private static final Set<String> STAMP_METHODS = Set.of(
            "readLock",
            "readLockInterruptibly",
            "tryReadLock",
            "writeLock",
            "writeLockInterruptibly",
            "tryWriteLock",
            "unlock",
            "unlockRead",
            "unlockWrite",
            "tryUnlockRead",
            "tryUnlockWrite",
            "tryConvertToReadLock",
            "tryConvertToOptimisticRead");

    /** The JDK's own is called by libraries that were opened to it by --add-opens, as Agrona. */
    private static final Set<String> UNSAFE = Set.of("sun/misc/Unsafe", "jdk/internal/misc/Unsafe");

    private static final Pattern PURE_READ =
            Pattern.compile("get(?!And)\\w*(Volatile|Acquire|Opaque)|acquireFence|loadLoadFence|loadFence");
    private static final Pattern UNSAFE_ORDERING = Pattern.compile(
            "\\w+(Volatile|Acquire|Release|Opaque|Fence)|(putOrdered|compareAnd|weakCompareAnd|getAnd)\\w+");

    private Calls() {}

    /** Whether a method of that class and name may be one of those that {@link #concerns} tells. */
    static boolean mayConcern(String owner, String method) {
        return method.equals("wait")
                || method.equals("isAlive")
                || owner.startsWith("java/lang/invoke/")
                || owner.equals("java/lang/ref/Reference")
                || UNSAFE.contains(owner)
                || isLock(owner, method);
    }

    /** Whether the call is woven in every class. */
    static boolean concerns(int opcode, String owner, String method, String descriptor) {
        return isWait(opcode, method, descriptor)
                || isHandle(opcode, owner, method)
                || isReachabilityFence(owner, method)
                || isAlive(opcode, method, descriptor)
                || isLock(owner, method);
    }

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

    /** Methods of locks, whose caller is what a report must name: those whose rules ask for their caller. */
    static boolean isLock(String owner, String method) {
        if (owner.equals("java/util/concurrent/Semaphore")) {
            return PERMIT_METHODS.contains(method);
        }
        if (owner.equals("java/util/concurrent/locks/StampedLock")) {
            return STAMP_METHODS.contains(method);
        }
        return owner.startsWith("java/util/concurrent/locks/") && LOCK_METHODS.contains(method);
    }

    /** An access by variable handle or {@code Unsafe} that synchronizes, a fence, or a method handle, which may be one of a field. */
    static boolean isHandle(int opcode, String owner, String method) {
        if (owner.equals("java/lang/invoke/VarHandle")) {
            return opcode == Opcodes.INVOKESTATIC ? isFence(method) : isAccessMode(method);
        }
        if (owner.equals("java/lang/invoke/MethodHandle")) {
            return method.equals("invokeExact") || method.equals("invoke");
        }
        return UNSAFE.contains(owner)
                && opcode == Opcodes.INVOKEVIRTUAL
                && UNSAFE_ORDERING.matcher(method).matches();
    }

    static boolean isFence(String method) {
        return method.endsWith("Fence") && !method.equals("reachabilityFence");
    }

    static boolean isReachabilityFence(String owner, String method) {
        return method.equals("reachabilityFence") && owner.equals("java/lang/ref/Reference");
    }

    /** Whether the call may publish: everything but a pure read. */
    static boolean releases(String method) {
        return !PURE_READ.matcher(method).matches();
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
}
