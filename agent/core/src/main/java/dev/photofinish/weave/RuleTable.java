package dev.photofinish.weave;

import static dev.photofinish.weave.Action.*;
import static dev.photofinish.weave.At.*;

import dev.photofinish.shadow.Space;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How the JDK's own classes order two accesses: facade rules, to be read beside the table of the rule book.
 *
 * <p>A row says: in these methods of this class, at this point, do this to the clock of this object. A release stands before
 * the operation that publishes, an acquire after the operation that sees: an edge may be recorded too many, never too few.
 */
final class RuleTable {
    private static final Key THIS = new Key.This();
    private static final Key TOP = new Key.Top();
    private static final Key UNDER_TOP = new Key.UnderTop();
    private static final Key ARG0 = new Key.Argument(0);
    private static final Key ARG1 = new Key.Argument(1);
    private static final Key RESULT_ELEMENT = new Key.Element(TOP, THIS);

    private static final String LOCKS = "java/util/concurrent/locks/";
    private static final String JUC = "java/util/concurrent/";

    private final List<Rule> rules = new ArrayList<>();
    private final Map<String, List<Rule>> byOwner = new HashMap<>();

    RuleTable() {
        threads();
        locks();
        synchronizers();
        tasks();
        completableFutures();
        queues();
        maps();
        atomics();
        new LanguageRules(this::add).all();
        for (Rule rule : rules) {
            byOwner.computeIfAbsent(rule.owner(), owner -> new ArrayList<>()).add(rule);
        }
    }

    private void threads() {
        row("java/lang/Thread", "start\\(.*", ENTRY, RELEASE, THIS, Space.START);
        row("java/lang/VirtualThread", "start\\(.*", ENTRY, RELEASE, THIS, Space.START);
        row("java/lang/Thread", "join\\(.*", RETURN, JOINED, THIS, Space.START);
        row("java/util/TaskQueue", "add\\(.*", ENTRY, RELEASE, THIS, Space.STATE); // of java.util.Timer
        row("java/util/TaskQueue", "getMin\\(.*", RETURN, ACQUIRE, THIS, Space.STATE);
    }

    private void locks() {
        Key sync = new Key.Field("sync", "Ljava/util/concurrent/locks/ReentrantLock$Sync;");
        String lock = LOCKS + "ReentrantLock";
        row(lock, "lock\\(\\)V", ENTRY, ASK, sync, Space.LOCK);
        row(lock, "lock\\(\\)V", RETURN, LOCKED, sync, Space.LOCK);
        row(lock, "lockInterruptibly\\(\\)V", ENTRY, ASK, sync, Space.LOCK);
        row(lock, "lockInterruptibly\\(\\)V", RETURN, LOCKED, sync, Space.LOCK);
        row(lock, "lockInterruptibly\\(\\)V", THROW, REFUSED, sync, Space.LOCK);
        row(lock, "tryLock\\(\\)Z", RETURN, LOCKED_IF_TRUE, sync, Space.LOCK);
        row(lock, "tryLock\\(J.*", ENTRY, ASK, sync, Space.LOCK);
        row(lock, "tryLock\\(J.*", RETURN, LOCKED_IF_TRUE, sync, Space.LOCK);
        row(lock, "tryLock\\(J.*", THROW, REFUSED, sync, Space.LOCK);
        row(lock, "unlock\\(\\)V", ENTRY, UNLOCKING, sync, Space.LOCK);

        // The write lock is an exclusive lock among writers; what it hands to readers and takes from them has clocks of
        // its
        // own, so that readers do not order readers.
        Key shared = new Key.Field("sync", "Ljava/util/concurrent/locks/ReentrantReadWriteLock$Sync;");
        String write = LOCKS + "ReentrantReadWriteLock$WriteLock";
        row(write, "lock\\(\\)V", ENTRY, ASK, shared, Space.LOCK);
        row(write, "lock(Interruptibly)?\\(\\)V", RETURN, LOCKED, shared, Space.LOCK);
        row(write, "lock(Interruptibly)?\\(\\)V", RETURN, ACQUIRE, shared, Space.READ_LOCK);
        row(write, "tryLock\\(.*", RETURN, LOCKED_IF_TRUE, shared, Space.LOCK);
        row(write, "tryLock\\(.*", RETURN, ACQUIRE_IF_TRUE, shared, Space.READ_LOCK);
        row(write, "unlock\\(\\)V", ENTRY, RELEASE, shared, Space.WRITE_LOCK);
        row(write, "unlock\\(\\)V", ENTRY, UNLOCKING, shared, Space.LOCK);
        String read = LOCKS + "ReentrantReadWriteLock$ReadLock";
        row(read, "lock(Interruptibly)?\\(\\)V", RETURN, ACQUIRE, shared, Space.WRITE_LOCK);
        row(read, "tryLock\\(.*", RETURN, ACQUIRE_IF_TRUE, shared, Space.WRITE_LOCK);
        row(read, "unlock\\(\\)V", ENTRY, RELEASE, shared, Space.READ_LOCK);

        String condition = LOCKS + "AbstractQueuedSynchronizer$ConditionObject";
        Key owner = new Key.Field("this$0", "Ljava/util/concurrent/locks/AbstractQueuedSynchronizer;");
        row(condition, "await.*", ENTRY, RELEASE, owner, Space.WRITE_LOCK);
        row(condition, "await.*", ENTRY, AWAITING, owner, Space.LOCK);
        row(condition, "await.*", RETURN, AWAITED, owner, Space.LOCK);
        row(condition, "await.*", THROW, AWAITED, owner, Space.LOCK);
        row(condition, "await.*", RETURN, ACQUIRE, owner, Space.READ_LOCK);
        row(condition, "await.*", THROW, ACQUIRE, owner, Space.READ_LOCK);

        // A synchronizer of the user's own is ordered by its state; the JDK's are ordered by the rules of their
        // facades.
        String aqs = LOCKS + "AbstractQueuedSynchronizer";
        row(aqs, "(setState|compareAndSetState)\\(.*", ENTRY, RELEASE_IF_USERS, THIS, Space.STATE);
        row(aqs, "(getState|compareAndSetState)\\(.*", RETURN, ACQUIRE_IF_USERS, THIS, Space.STATE);

        String stamped = LOCKS + "StampedLock";
        row(
                stamped,
                "(unlockWrite|unlock|tryUnlockWrite|tryConvertTo\\w+)\\(.*",
                ENTRY,
                RELEASE,
                THIS,
                Space.WRITE_LOCK);
        row(stamped, "(unlockRead|unlock|tryUnlockRead|tryConvertTo\\w+)\\(.*", ENTRY, RELEASE, THIS, Space.READ_LOCK);
        row(
                stamped,
                "((try)?(read|write)Lock(Interruptibly)?|try(Read|Write)Lock|tryConvertTo\\w+)\\(.*",
                RETURN,
                ACQUIRE,
                THIS,
                Space.WRITE_LOCK);
        row(
                stamped,
                "(writeLock(Interruptibly)?|tryWriteLock|tryConvertToWriteLock)\\(.*",
                RETURN,
                ACQUIRE,
                THIS,
                Space.READ_LOCK);
        row(stamped, "validate\\(J\\)Z", RETURN, ACQUIRE_IF_TRUE, THIS, Space.WRITE_LOCK);
    }

    private void synchronizers() {
        row(JUC + "CountDownLatch", "countDown\\(\\)V", ENTRY, RELEASE, THIS, Space.STATE);
        row(JUC + "CountDownLatch", "await\\(\\)V", RETURN, ACQUIRE, THIS, Space.STATE);
        row(JUC + "CountDownLatch", "await\\(J.*", RETURN, ACQUIRE_IF_TRUE, THIS, Space.STATE);
        row(JUC + "Semaphore", "release\\(.*", ENTRY, RELEASE, THIS, Space.STATE);
        row(JUC + "Semaphore", "acquire(Uninterruptibly)?\\(.*", RETURN, ACQUIRE, THIS, Space.STATE);
        row(JUC + "Semaphore", "tryAcquire\\(.*", RETURN, ACQUIRE_IF_TRUE, THIS, Space.STATE);
        row(JUC + "CyclicBarrier", "dowait\\(.*", ENTRY, RELEASE, THIS, Space.STATE);
        row(JUC + "CyclicBarrier", "dowait\\(.*", RETURN, ACQUIRE, THIS, Space.STATE);
        call(JUC + "CyclicBarrier", "dowait\\(.*", BEFORE_CALL, "run", ACQUIRE, THIS, Space.STATE);
        call(JUC + "CyclicBarrier", "dowait\\(.*", AFTER_CALL, "run", RELEASE, THIS, Space.STATE);
        row(JUC + "Phaser", "(arrive\\w*|doArrive)\\(.*", ENTRY, RELEASE, THIS, Space.STATE);
        row(JUC + "Phaser", "(arriveAndAwaitAdvance|awaitAdvance\\w*)\\(.*", RETURN, ACQUIRE, THIS, Space.STATE);
        call(
                JUC + "Phaser",
                "(doArrive|arriveAndAwaitAdvance)\\(.*",
                BEFORE_CALL,
                "onAdvance",
                ACQUIRE,
                THIS,
                Space.STATE);
        call(
                JUC + "Phaser",
                "(doArrive|arriveAndAwaitAdvance)\\(.*",
                AFTER_CALL,
                "onAdvance",
                RELEASE,
                THIS,
                Space.STATE);
        row(JUC + "Exchanger", "exchange\\(.*", ENTRY, RELEASE, THIS, Space.STATE);
        row(JUC + "Exchanger", "exchange\\(.*", RETURN, ACQUIRE, THIS, Space.STATE);
    }

    private void tasks() {
        String pool = JUC + "ThreadPoolExecutor";
        row(pool, "execute\\(.*", ENTRY, RELEASE, ARG0, Space.TASK);
        // From the pool to its worker the task goes through a queue, by element, or through the start of a thread. The
        // worker's own loop is left alone: its frames never end, and a frame from before the weaving would stay unseen.
        row(pool, "processWorkerExit\\(.*", ENTRY, RELEASE, THIS, Space.DONE);
        row(pool, "(awaitTermination|isTerminated)\\(.*", RETURN, ACQUIRE_IF_TRUE, THIS, Space.DONE);
        row(JUC + "ScheduledThreadPoolExecutor", "delayedExecute\\(.*", ENTRY, RELEASE, ARG0, Space.TASK);

        String future = JUC + "FutureTask";
        row(future, "(run|runAndReset)\\(\\).*", ENTRY, ACQUIRE, THIS, Space.TASK);
        row(future, "runAndReset\\(\\).*", RETURN, RELEASE, THIS, Space.TASK);
        row(future, "(set|setException|cancel)\\(.*", ENTRY, RELEASE, THIS, Space.DONE);
        row(future, "report\\(.*", ENTRY, ACQUIRE, THIS, Space.DONE);
        row(future, "(resultNow|exceptionNow)\\(.*", RETURN, ACQUIRE, THIS, Space.DONE);

        String task = JUC + "ForkJoinTask";
        row(task, "fork\\(.*", ENTRY, RELEASE, THIS, Space.TASK);
        row(task, "doExec\\(.*", ENTRY, ACQUIRE, THIS, Space.TASK);
        row(
                task,
                "(setDone|trySetThrown|trySetCancelled|trySetException|quietlyComplete|complete\\w*)\\(.*",
                ENTRY,
                RELEASE,
                THIS,
                Space.DONE);
        row(
                task,
                "(join|invoke|get|quietlyJoin|quietlyInvoke|awaitDone|get\\w*Result|getException)\\(.*",
                RETURN,
                ACQUIRE,
                THIS,
                Space.DONE);
        row(task, "(join|invoke|get)\\(.*", THROW, ACQUIRE_IF_TASK_FAILED, THIS, Space.DONE);
        row(
                task,
                "invokeAll\\(Ljava/util/concurrent/ForkJoinTask;Ljava/util/concurrent/ForkJoinTask;\\)V",
                RETURN,
                ACQUIRE,
                ARG0,
                Space.DONE);
        row(
                task,
                "invokeAll\\(Ljava/util/concurrent/ForkJoinTask;Ljava/util/concurrent/ForkJoinTask;\\)V",
                RETURN,
                ACQUIRE,
                ARG1,
                Space.DONE);
        Key anyTask = new Key.ArgumentOf(task);
        String forkJoin = JUC + "ForkJoinPool";
        row(forkJoin, "(externalPush|externalSubmit|poolSubmit)\\(.*", ENTRY, RELEASE, anyTask, Space.TASK);
        row(forkJoin + "$WorkQueue", "push\\(.*", ENTRY, RELEASE, anyTask, Space.TASK);
        row(forkJoin, "deregisterWorker\\(.*", ENTRY, RELEASE, THIS, Space.DONE);
        row(forkJoin, "(awaitTermination|isTerminated)\\(.*", RETURN, ACQUIRE_IF_TRUE, THIS, Space.DONE);
        String counted = JUC + "CountedCompleter";
        row(counted, "(\\w*PendingCount\\w*)\\(.*", ENTRY, RELEASE, THIS, Space.STATE);
        row(counted, "(\\w*PendingCount\\w*)\\(.*", RETURN, ACQUIRE, THIS, Space.STATE);
        call(
                counted,
                "(tryComplete|propagateCompletion|firstComplete|nextComplete|complete)\\(.*",
                BEFORE_CALL,
                "onCompletion",
                ACQUIRE,
                UNDER_TOP,
                Space.STATE);
    }

    private void completableFutures() {
        String future = JUC + "CompletableFuture";
        row(
                future,
                "(internalComplete|complete|completeNull|completeValue|completeThrowable|completeRelay|completeExceptionally|cancel|obtrude\\w+)\\(.*",
                ENTRY,
                RELEASE,
                THIS,
                Space.DONE);
        row(future, "(get|join|getNow|resultNow|exceptionNow)\\(.*", RETURN, ACQUIRE, THIS, Space.DONE);
        row(future, "(get|join|getNow)\\(.*", THROW, ACQUIRE_IF_TASK_FAILED, THIS, Space.DONE);
        // A stage that finds its source complete runs at once, on the thread that adds it.
        call(
                future,
                "(uni|bi|or)\\w+(Stage|Now)\\(.*",
                BEFORE_CALL,
                "(uni|bi|or|complete|encode|apply|accept|run|execute|postFire)\\w*",
                ACQUIRE,
                THIS,
                Space.DONE);
        call(
                future,
                "(bi|or)\\w+Stage\\(.*",
                BEFORE_CALL,
                "(uni|bi|or|complete|encode)\\w*",
                ACQUIRE,
                new Key.ArgumentOf("java/util/concurrent/CompletionStage"),
                Space.DONE);
        Key source = new Key.Field("src", "Ljava/util/concurrent/CompletableFuture;");
        for (String kind : List.of(
                "UniApply",
                "UniAccept",
                "UniRun",
                "UniWhenComplete",
                "UniHandle",
                "UniExceptionally",
                "UniComposeExceptionally",
                "UniRelay",
                "UniCompose",
                "BiApply",
                "BiAccept",
                "BiRun",
                "BiRelay",
                "OrApply",
                "OrAccept",
                "OrRun")) {
            row(future + "$" + kind, "tryFire\\(.*", ENTRY, ACQUIRE, source, Space.DONE);
        }
        Key second = new Key.Field("snd", "Ljava/util/concurrent/CompletableFuture;");
        for (String kind : List.of("BiApply", "BiAccept", "BiRun", "BiRelay", "OrApply", "OrAccept", "OrRun")) {
            row(future + "$" + kind, "tryFire\\(.*", ENTRY, ACQUIRE, second, Space.DONE);
        }
    }

    private void queues() {
        for (String queue : List.of(
                "LinkedBlockingQueue",
                "ArrayBlockingQueue",
                "LinkedBlockingDeque",
                "PriorityBlockingQueue",
                "SynchronousQueue",
                "LinkedTransferQueue",
                "DelayQueue",
                "ConcurrentLinkedQueue",
                "ConcurrentLinkedDeque")) {
            String owner = JUC + queue;
            row(
                    owner,
                    "(put|offer|add|push|transfer|tryTransfer)(First|Last)?\\(Ljava.*",
                    ENTRY,
                    RELEASE,
                    new Key.Element(ARG0, THIS),
                    0);
            row(
                    owner,
                    "(put|offer|add|push|transfer|tryTransfer)(First|Last)?\\(Ljava.*",
                    ENTRY,
                    RELEASE,
                    THIS,
                    Space.STATE);
            row(
                    owner,
                    "(take|poll|remove|peek|element|pop|get)(First|Last)?\\((J.*)?\\)Ljava/.*",
                    RETURN,
                    ACQUIRE,
                    RESULT_ELEMENT,
                    0);
            row(
                    owner,
                    "(drainTo|toArray|iterator|forEach|removeIf|contains|remove\\(L)\\w*.*",
                    RETURN,
                    ACQUIRE,
                    THIS,
                    Space.STATE);
        }
    }

    private void maps() {
        String map = JUC + "ConcurrentHashMap";
        row(map, "putVal\\(.*", ENTRY, RELEASE, new Key.Element(ARG1, THIS), 0);
        row(map, "replaceNode\\(.*", ENTRY, RELEASE, new Key.Element(ARG1, THIS), 0);
        row(map, "(putVal|replaceNode)\\(.*", ENTRY, RELEASE, THIS, Space.STATE);
        row(map, "merge\\(.*", ENTRY, RELEASE, new Key.Element(ARG1, THIS), 0);
        call(
                map,
                "(computeIfAbsent|computeIfPresent|compute|merge|replaceAll)\\(.*",
                AFTER_CALL,
                "apply",
                RELEASE,
                new Key.Element(TOP, THIS),
                0);
        call(
                map,
                "(computeIfAbsent|computeIfPresent|compute|merge|replaceAll)\\(.*",
                AFTER_CALL,
                "apply",
                RELEASE,
                THIS,
                Space.STATE);
        call(map, "(computeIfPresent|compute|merge|replaceAll)\\(.*", BEFORE_CALL, "apply", ACQUIRE, THIS, Space.STATE);
        row(
                map,
                "(get|getOrDefault|computeIfAbsent|computeIfPresent|compute|merge|putVal|replaceNode)\\(.*",
                RETURN,
                ACQUIRE,
                RESULT_ELEMENT,
                0);
        row(
                map,
                "(containsKey|containsValue|forEach\\w*|search\\w*|reduce\\w*|keySet|values|entrySet|elements|keys|toString)\\(.*",
                RETURN,
                ACQUIRE,
                THIS,
                Space.STATE);
        row(
                map + "$BaseIterator",
                "hasNext\\(\\)Z",
                RETURN,
                ACQUIRE,
                new Key.Field("map", "Ljava/util/concurrent/ConcurrentHashMap;"),
                Space.STATE);

        String sorted = JUC + "ConcurrentSkipListMap";
        row(sorted, "doPut\\(.*", ENTRY, RELEASE, THIS, Space.STATE);
        row(
                sorted,
                "(doGet|get|getOrDefault|containsKey|doRemove|findNear|findFirst|findLast|\\w+Entry|\\w+Key)\\(.*",
                RETURN,
                ACQUIRE,
                THIS,
                Space.STATE);

        row(JUC + "CopyOnWriteArrayList", "setArray\\(.*", ENTRY, RELEASE, THIS, Space.STATE);
        row(JUC + "CopyOnWriteArrayList", "getArray\\(.*", RETURN, ACQUIRE, THIS, Space.STATE);
    }

    private void atomics() {
        for (String kind : List.of(
                "AtomicInteger",
                "AtomicLong",
                "AtomicBoolean",
                "AtomicReference",
                "AtomicIntegerArray",
                "AtomicLongArray",
                "AtomicReferenceArray",
                "AtomicMarkableReference",
                "AtomicStampedReference")) {
            String owner = JUC + "atomic/" + kind;
            row(
                    owner,
                    "(set|lazySet|setRelease|setOpaque|attemptMark|attemptStamp|(?!getPlain|getAcquire|getOpaque)getAnd\\w+|\\w+AndGet|\\w*[cC]ompareAnd(Set|Exchange)\\w*)\\(.*",
                    ENTRY,
                    RELEASE,
                    THIS,
                    Space.STATE);
            row(
                    owner,
                    "(get|getAcquire|getOpaque|getReference|isMarked|getStamp|getAnd\\w+|\\w+AndGet|\\w*[cC]ompareAnd(Set|Exchange)\\w*)\\(.*",
                    RETURN,
                    ACQUIRE,
                    THIS,
                    Space.STATE);
            if (!Set.of("AtomicBoolean", "AtomicMarkableReference", "AtomicStampedReference")
                    .contains(kind)) {
                // The function of updateAndGet may write: what it wrote is published by the compare-and-set after it.
                call(owner, "(getAnd|\\w+AndGet).*", AFTER_CALL, "apply(AsInt|AsLong)?", RELEASE, THIS, Space.STATE);
            }
        }
        for (String kind : List.of(
                "AtomicIntegerFieldUpdater$AtomicIntegerFieldUpdaterImpl",
                "AtomicLongFieldUpdater$CASUpdater",
                "AtomicLongFieldUpdater$LockedUpdater",
                "AtomicReferenceFieldUpdater$AtomicReferenceFieldUpdaterImpl")) {
            String owner = JUC + "atomic/" + kind;
            row(
                    owner,
                    "(set|lazySet|getAnd\\w+|\\w+AndGet|\\w*[cC]ompareAndSet)\\(Ljava.*",
                    ENTRY,
                    HANDLE_RELEASE,
                    ARG0,
                    0);
            row(owner, "(get|getAnd\\w+|\\w+AndGet|\\w*[cC]ompareAndSet)\\(Ljava.*", RETURN, HANDLE_ACQUIRE, ARG0, 0);
        }
    }

    private void row(String owner, String method, At at, Action action, Key key, int space) {
        add(owner, method, at, "", action, key, space);
    }

    private void call(String owner, String method, At at, String callee, Action action, Key key, int space) {
        add(owner, method, at, callee, action, key, space);
    }

    private void add(String owner, String method, At at, String callee, Action action, Key key, int space) {
        int site = rules.size() + 1;
        if (site > 1023) {
            throw new IllegalStateException("at most 1023 rules, found one more: " + owner + " " + method);
        }
        Pattern name = Pattern.compile(callee);
        rules.add(new Rule(
                site, owner, Pattern.compile(method), at, s -> name.matcher(s).matches(), action, key, space));
    }

    /** All rows, in the order of their sites. */
    List<Rule> rules() {
        return rules;
    }

    /** The rows of a class, by internal name; none for most classes. */
    List<Rule> of(String owner) {
        return byOwner.getOrDefault(owner, List.of());
    }
}
