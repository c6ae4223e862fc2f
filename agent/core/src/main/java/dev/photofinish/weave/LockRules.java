package dev.photofinish.weave;

import static dev.photofinish.weave.Action.*;
import static dev.photofinish.weave.At.*;

import dev.photofinish.shadow.Space;

/** Rows "Lock.unlock", "Condition", "ReadWriteLock" and "StampedLock" of the rule book. */
final class LockRules {
    private static final String LOCKS = Rows.JUC + "locks/";
    private static final Key THIS = Rows.THIS;

    private LockRules() {}

    static void add(Rows rows) {
        exclusive(rows);
        readWrite(rows);
        conditions(rows);
        ownSynchronizers(rows);
        stamped(rows);
    }

    private static void exclusive(Rows rows) {
        Key sync = Rows.field("sync", LOCKS + "ReentrantLock$Sync");
        String lock = LOCKS + "ReentrantLock";
        rows.row(lock, "lock\\(\\)V", ENTRY, ASK, sync, Space.LOCK);
        rows.row(lock, "lock\\(\\)V", RETURN, LOCKED, sync, Space.LOCK);
        rows.row(lock, "lockInterruptibly\\(\\)V", ENTRY, ASK, sync, Space.LOCK);
        rows.row(lock, "lockInterruptibly\\(\\)V", RETURN, LOCKED, sync, Space.LOCK);
        rows.row(lock, "lockInterruptibly\\(\\)V", THROW, REFUSED, sync, Space.LOCK);
        rows.row(lock, "tryLock\\(\\)Z", RETURN, LOCKED_IF_TRUE, sync, Space.LOCK);
        rows.row(lock, "tryLock\\(J.*", ENTRY, ASK, sync, Space.LOCK);
        rows.row(lock, "tryLock\\(J.*", RETURN, LOCKED_IF_TRUE, sync, Space.LOCK);
        rows.row(lock, "tryLock\\(J.*", THROW, REFUSED, sync, Space.LOCK);
        rows.row(lock, "unlock\\(\\)V", ENTRY, UNLOCKING, sync, Space.LOCK);
    }

    /**
     * The write lock is an exclusive lock among writers; what it hands to readers and takes from them has clocks of its own, so
     * that readers do not order readers.
     */
    private static void readWrite(Rows rows) {
        Key shared = Rows.field("sync", LOCKS + "ReentrantReadWriteLock$Sync");
        String write = LOCKS + "ReentrantReadWriteLock$WriteLock";
        waitingWriters(rows, write, shared);
        rows.row(write, "lock(Interruptibly)?\\(\\)V", RETURN, LOCKED, shared, Space.LOCK);
        rows.row(write, "lock(Interruptibly)?\\(\\)V", RETURN, ACQUIRE, shared, Space.READ_LOCK);
        rows.row(write, "tryLock\\(.*", RETURN, LOCKED_IF_TRUE, shared, Space.LOCK);
        rows.row(write, "tryLock\\(.*", RETURN, ACQUIRE_IF_TRUE, shared, Space.READ_LOCK);
        rows.row(write, "unlock\\(\\)V", ENTRY, RELEASE, shared, Space.WRITE_LOCK);
        rows.row(write, "unlock\\(\\)V", ENTRY, UNLOCKING, shared, Space.LOCK);
        String read = LOCKS + "ReentrantReadWriteLock$ReadLock";
        rows.row(read, "lock(Interruptibly)?\\(\\)V", RETURN, ACQUIRE, shared, Space.WRITE_LOCK);
        rows.row(read, "tryLock\\(.*", RETURN, ACQUIRE_IF_TRUE, shared, Space.WRITE_LOCK);
        rows.row(read, "unlock\\(\\)V", ENTRY, RELEASE, shared, Space.READ_LOCK);
        waitingReaders(rows, read, shared);
    }

    /**
     * Who waits for another writer asks for the exclusive lock; who waits for readers, for the other side of it. These rows stand
     * before those that take the exclusive lock and let go of it, which end what is known of where it was called.
     */
    private static void waitingWriters(Rows rows, String write, Key shared) {
        for (String method : new String[] {"lock(Interruptibly)?\\(\\)V", "tryLock\\(J.*"}) {
            rows.row(write, method, ENTRY, ASK, shared, Space.LOCK);
            rows.row(write, method, ENTRY, ASK_SHARED, shared, Space.WRITE_LOCK);
        }
        for (String method : new String[] {"lockInterruptibly\\(\\)V", "tryLock\\(J.*"}) {
            rows.row(write, method, THROW, REFUSED, shared, Space.LOCK);
            rows.row(write, method, THROW, TURNED_AWAY, shared, Space.WRITE_LOCK);
        }
        rows.row(write, "lock(Interruptibly)?\\(\\)V", RETURN, ENTERED, shared, Space.WRITE_LOCK);
        rows.row(write, "tryLock\\(.*", RETURN, ENTERED_IF_TRUE, shared, Space.WRITE_LOCK);
        rows.row(write, "unlock\\(\\)V", ENTRY, LEAVING, shared, Space.WRITE_LOCK);
    }

    private static void waitingReaders(Rows rows, String read, Key shared) {
        rows.row(read, "lock(Interruptibly)?\\(\\)V", ENTRY, ASK_SHARED, shared, Space.READ_LOCK);
        rows.row(read, "lock(Interruptibly)?\\(\\)V", RETURN, ENTERED, shared, Space.READ_LOCK);
        rows.row(read, "lockInterruptibly\\(\\)V", THROW, TURNED_AWAY, shared, Space.READ_LOCK);
        rows.row(read, "tryLock\\(J.*", ENTRY, ASK_SHARED, shared, Space.READ_LOCK);
        rows.row(read, "tryLock\\(.*", RETURN, ENTERED_IF_TRUE, shared, Space.READ_LOCK);
        rows.row(read, "tryLock\\(J.*", THROW, TURNED_AWAY, shared, Space.READ_LOCK);
        rows.row(read, "unlock\\(\\)V", ENTRY, LEAVING, shared, Space.READ_LOCK);
    }

    /** From JDK 25 on the read-write lock is built on the synchronizer whose state is a long. */
    private static void conditions(Rows rows) {
        for (String synchronizer :
                new String[] {LOCKS + "AbstractQueuedSynchronizer", LOCKS + "AbstractQueuedLongSynchronizer"}) {
            String condition = synchronizer + "$ConditionObject";
            Key owner = Rows.field("this$0", synchronizer);
            rows.row(condition, "await.*", ENTRY, RELEASE, owner, Space.WRITE_LOCK);
            rows.row(condition, "await.*", ENTRY, AWAITING, owner, Space.LOCK);
            rows.row(condition, "await.*", RETURN, AWAITED, owner, Space.LOCK);
            rows.row(condition, "await.*", THROW, AWAITED, owner, Space.LOCK);
            rows.row(condition, "await.*", RETURN, ACQUIRE, owner, Space.READ_LOCK);
            rows.row(condition, "await.*", THROW, ACQUIRE, owner, Space.READ_LOCK);
        }
    }

    /** A synchronizer of the user's own is ordered by its state; the JDK's are ordered by the rules of their facades. */
    private static void ownSynchronizers(Rows rows) {
        for (String aqs :
                new String[] {LOCKS + "AbstractQueuedSynchronizer", LOCKS + "AbstractQueuedLongSynchronizer"}) {
            rows.row(aqs, "(setState|compareAndSetState)\\(.*", ENTRY, RELEASE_IF_USERS, THIS, Space.STATE);
            rows.row(aqs, "(getState|compareAndSetState)\\(.*", RETURN, ACQUIRE_IF_USERS, THIS, Space.STATE);
        }
    }

    private static void stamped(Rows rows) {
        String stamped = LOCKS + "StampedLock";
        String convert = "tryConvertTo\\w+";
        rows.row(
                stamped,
                "(unlockWrite|unlock|tryUnlockWrite|unstampedUnlockWrite|" + convert + ")\\(.*",
                ENTRY,
                RELEASE,
                THIS,
                Space.WRITE_LOCK);
        rows.row(
                stamped,
                "(unlockRead|unlock|tryUnlockRead|unstampedUnlockRead|" + convert + ")\\(.*",
                ENTRY,
                RELEASE,
                THIS,
                Space.READ_LOCK);
        rows.row(stamped, "tryUnlockWrite\\(.*", RETURN, RETRACT_IF_FALSE, THIS, Space.WRITE_LOCK);
        rows.row(stamped, "tryUnlockRead\\(.*", RETURN, RETRACT_IF_FALSE, THIS, Space.READ_LOCK);
        rows.row(
                stamped,
                "((read|write)Lock(Interruptibly)?|try(Read|Write)Lock|" + convert + ")\\(.*",
                RETURN,
                ACQUIRE_IF_NON_ZERO,
                THIS,
                Space.WRITE_LOCK);
        rows.row(
                stamped,
                "(writeLock(Interruptibly)?|tryWriteLock|tryConvertToWriteLock)\\(.*",
                RETURN,
                ACQUIRE_IF_NON_ZERO,
                THIS,
                Space.READ_LOCK);
        rows.row(stamped, "validate\\(J\\)Z", RETURN, ACQUIRE_IF_TRUE, THIS, Space.WRITE_LOCK);
        // What is read optimistically is recorded when it has been validated.
        rows.row(stamped, "tryOptimisticRead\\(.*", RETURN, OPTIMISTIC, THIS, Space.WRITE_LOCK);
        rows.row(stamped, "validate\\(J\\)Z", RETURN, VALIDATED, THIS, Space.WRITE_LOCK);
        rows.row(stamped, convert + "\\(.*", RETURN, CONVERTED, THIS, Space.WRITE_LOCK);
        rows.row(stamped, "tryConvertToOptimisticRead\\(.*", RETURN, OPTIMISTIC, THIS, Space.WRITE_LOCK);
        rows.row(
                stamped,
                "((read|write)Lock(Interruptibly)?|try(Read|Write)Lock)\\(.*",
                ENTRY,
                EARNEST,
                THIS,
                Space.WRITE_LOCK);
        waitingForStamps(rows, stamped);
    }

    /**
     * Who waits for whose stamps. A lock to write that is made one to read lets readers in, and is held anew; one to read that is
     * made one to write goes on.
     */
    private static void waitingForStamps(Rows rows, String stamped) {
        rows.row(stamped, "readLock(Interruptibly)?\\(.*", ENTRY, ASK_TO_READ, THIS, Space.STATE);
        rows.row(stamped, "tryReadLock\\(J.*", ENTRY, ASK_TO_READ, THIS, Space.STATE);
        rows.row(stamped, "writeLock(Interruptibly)?\\(.*", ENTRY, ASK_TO_WRITE, THIS, Space.STATE);
        rows.row(stamped, "tryWriteLock\\(J.*", ENTRY, ASK_TO_WRITE, THIS, Space.STATE);
        rows.row(
                stamped,
                "((read|write)Lock(Interruptibly)?|try(Read|Write)Lock|tryConvertToReadLock)\\(.*",
                RETURN,
                ENTERED_IF_NON_ZERO,
                THIS,
                Space.STATE);
        rows.row(stamped, "(read|write)LockInterruptibly\\(.*", THROW, TURNED_AWAY, THIS, Space.STATE);
        rows.row(stamped, "try(Read|Write)Lock\\(J.*", THROW, TURNED_AWAY, THIS, Space.STATE);
        rows.row(
                stamped,
                "((unlock|tryUnlock|unstampedUnlock)(Read|Write)|tryConvertTo(Read|Optimistic)\\w+)\\(.*",
                ENTRY,
                LEAVING,
                THIS,
                Space.STATE);
    }
}
