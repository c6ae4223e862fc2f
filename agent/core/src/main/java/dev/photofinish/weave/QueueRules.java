package dev.photofinish.weave;

import static dev.photofinish.weave.Action.*;
import static dev.photofinish.weave.At.*;

import dev.photofinish.shadow.Space;
import java.util.List;

/** Rows "concurrent collections" and "BlockingQueue" of the rule book, for queues: ordered by element. */
final class QueueRules {
    private static final Key THIS = Rows.THIS;
    private static final Key ADDED = Rows.elementOfThis(Rows.ARG0);
    private static final Key SEEN = Rows.elementOfThis(Rows.TOP);

    private QueueRules() {}

    static void add(Rows rows) {
        // Which methods put an element in, not those that call another one of these.
        queue(rows, "ArrayBlockingQueue", "(put|offer)\\(Ljava.*");
        queue(rows, "LinkedBlockingQueue", "(put|offer)\\(Ljava.*");
        queue(rows, "LinkedBlockingDeque", "(put|offer)(First|Last)\\(Ljava.*");
        queue(rows, "PriorityBlockingQueue", "offer\\(Ljava/lang/Object;\\)Z");
        queue(rows, "DelayQueue", "offer\\(Ljava/util/concurrent/Delayed;\\)Z");
        queue(rows, "SynchronousQueue", "(put|offer)\\(Ljava.*");
        queue(rows, "LinkedTransferQueue", "(put|offer|add|transfer|tryTransfer)\\(Ljava.*");
        queue(rows, "ConcurrentLinkedQueue", "offer\\(Ljava.*");
        queue(rows, "ConcurrentLinkedDeque", "link(First|Last)\\(Ljava.*");
        refusals(rows);
        wholesale(rows);
        inner(rows);
        iteration(rows);
        priorities(rows);
    }

    private static void refusals(Rows rows) {
        String refuses = "(offer(First|Last)?|tryTransfer)\\(Ljava.*";
        for (String queue : List.of(
                "ArrayBlockingQueue",
                "LinkedBlockingQueue",
                "LinkedBlockingDeque",
                "SynchronousQueue",
                "LinkedTransferQueue")) {
            rows.row(Rows.JUC + queue, refuses, RETURN, RETRACT_IF_FALSE, ADDED, 0);
            rows.row(Rows.JUC + queue, refuses, RETURN, RETRACT_IF_FALSE, THIS, Space.STATE);
        }
    }

    private static void queue(Rows rows, String queue, String put) {
        String owner = Rows.JUC + queue;
        rows.row(owner, put, ENTRY, RELEASE, ADDED, 0);
        rows.row(owner, put, ENTRY, RELEASE, THIS, Space.STATE);
        rows.row(
                owner,
                "(take|poll|remove|peek|element|pop|get)(First|Last)?\\((J.*)?\\)Ljava/.*",
                RETURN,
                ACQUIRE,
                SEEN,
                0);
        rows.row(owner, "(drainTo|toArray|contains|remove\\(L)\\w*.*", RETURN, ACQUIRE, THIS, Space.STATE);
    }

    /** Elements that come and go many at a time, and those that a callback is shown. */
    private static void wholesale(Rows rows) {
        for (String queue : List.of("LinkedBlockingDeque", "ConcurrentLinkedQueue", "ConcurrentLinkedDeque")) {
            String owner = Rows.JUC + queue;
            rows.inside(owner, "addAll\\(.*", AFTER_CALL, "requireNonNull", RELEASE, SEEN, 0);
            rows.inside(owner, "addAll\\(.*", AFTER_CALL, "requireNonNull", RELEASE, THIS, Space.STATE);
        }
        for (String queue : List.of(
                "ArrayBlockingQueue",
                "LinkedBlockingQueue",
                "LinkedBlockingDeque",
                "PriorityBlockingQueue",
                "LinkedTransferQueue",
                "ConcurrentLinkedQueue",
                "ConcurrentLinkedDeque")) {
            String owner = Rows.JUC + queue;
            String shows = "(forEach|bulkRemove|drainTo)\\w*\\(.*";
            rows.inside(owner, shows, BEFORE_CALL, "accept|test|add", ACQUIRE, SEEN, 0);
            rows.inside(owner, "(?!equals)\\w+\\(.*", BEFORE_CALL, "equals", ACQUIRE, SEEN, 0);
        }
    }

    /**
     * What queues are made of orders nothing beyond their elements; but for the locks of those that compare elements under them: who takes
     * one and changes it has taken it after all comparisons that others made.
     */
    private static void inner(Rows rows) {
        for (String queue : List.of(
                "ArrayBlockingQueue",
                "ArrayBlockingQueue$Itr",
                "LinkedBlockingQueue",
                "LinkedBlockingDeque",
                "LinkedBlockingDeque$AbstractItr",
                "LinkedBlockingDeque$LBDSpliterator")) {
            rows.innerLocks(Rows.JUC + queue);
        }
        rows.row(
                Rows.JUC + "LinkedBlockingQueue",
                "(size|remainingCapacity|put|offer|take|poll|peek|remove|clear|drainTo|unlink|bulkRemoveIf)\\(.*",
                ENTRY,
                INNER,
                Rows.field("count", Rows.JUC + "atomic/AtomicInteger"),
                Space.STATE);
    }

    private static void iteration(Rows rows) {
        for (String iterator : List.of(
                "ArrayBlockingQueue$Itr",
                "LinkedBlockingQueue$Itr",
                "LinkedBlockingDeque$AbstractItr",
                "PriorityBlockingQueue$Itr",
                "DelayQueue$Itr",
                "LinkedTransferQueue$Itr",
                "ConcurrentLinkedQueue$Itr",
                "ConcurrentLinkedDeque$AbstractItr")) {
            String queue = Rows.JUC + iterator.substring(0, iterator.indexOf('$'));
            Key next = Rows.elementOf(Rows.TOP, "this$0", queue);
            rows.row(Rows.JUC + iterator, "next\\(\\)Ljava/.*", RETURN, ACQUIRE, next, 0);
        }
        for (String shows : List.of(
                "ArrayBlockingQueue$Itr",
                "LinkedBlockingQueue$Itr",
                "LinkedBlockingQueue$LBQSpliterator",
                "LinkedBlockingDeque$AbstractItr",
                "LinkedBlockingDeque$LBDSpliterator",
                "PriorityBlockingQueue$Itr",
                "PriorityBlockingQueue$PBQSpliterator",
                "LinkedTransferQueue$Itr",
                "LinkedTransferQueue$LTQSpliterator",
                "ConcurrentLinkedQueue$CLQSpliterator",
                "ConcurrentLinkedDeque$CLDSpliterator")) {
            String queue = Rows.JUC + shows.substring(0, shows.indexOf('$'));
            Key shown = Rows.elementOf(Rows.TOP, "this$0", queue);
            rows.inside(Rows.JUC + shows, ".*", BEFORE_CALL, "accept", ACQUIRE, shown, 0);
        }
    }

    /** A comparator is shown elements that other threads have added, from code that does not know the queue. */
    private static void priorities(Rows rows) {
        String delays = Rows.JUC + "DelayQueue";
        rows.row(Rows.JUC + "PriorityBlockingQueue", "offer\\(.*", ENTRY, RELEASE_ITEM, Rows.ARG0, Space.ITEM);
        rows.row(delays, "offer\\(.*", ENTRY, RELEASE_ITEM, Rows.ARG0, Space.ITEM);
        for (String heap : List.of(Rows.JUC + "PriorityBlockingQueue", "java/util/PriorityQueue")) {
            for (Key key : List.of(Rows.TOP, Rows.UNDER_TOP)) {
                rows.inside(heap, "sift\\w+\\(.*", BEFORE_CALL, "compare|compareTo", ACQUIRE_ITEM, key, Space.ITEM);
            }
        }
        Key waiting = Rows.elementOfThis(Rows.UNDER_TOP);
        rows.inside(delays, "(take|poll)\\w*\\(.*", BEFORE_CALL, "getDelay", ACQUIRE, waiting, 0);
    }
}
