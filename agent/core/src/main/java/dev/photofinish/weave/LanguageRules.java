package dev.photofinish.weave;

import static dev.photofinish.weave.Action.*;
import static dev.photofinish.weave.At.*;

import dev.photofinish.shadow.Space;
import java.util.List;

/**
 * The rows of the rule table for what the language and the JDK outside {@code java.util.concurrent} order: interrupts, files,
 * references, reflection, and the JDK's immutable objects.
 */
final class LanguageRules {
    private static final Key THIS = new Key.This();
    private static final Key TOP = new Key.Top();
    private static final Key ARG0 = new Key.Argument(0);
    private static final Key ARG1 = new Key.Argument(1);
    private static final Key CURRENT = new Key.CurrentThread();
    private static final Key GLOBAL = new Key.Global();

    private final Rows rows;
    private final FinalReads finals;

    LanguageRules(Rows rows, FinalReads finals) {
        this.rows = rows;
        this.finals = finals;
    }

    /** Where rows go. */
    interface Rows {
        void add(String owner, String method, At at, String callee, Action action, Key key, int space);
    }

    void all() {
        interrupts();
        files();
        references();
        reflection();
        deserialization();
        immutables();
    }

    /** JLS 17.4.4: from the interrupt to any point where any thread detects it. */
    private void interrupts() {
        for (String thread : List.of("java/lang/Thread", "java/lang/VirtualThread")) {
            row(thread, "interrupt\\(\\)V", ENTRY, RELEASE, THIS, Space.INTERRUPT);
            row(thread, "isInterrupted\\(\\)Z", RETURN, ACQUIRE_IF_TRUE, THIS, Space.INTERRUPT);
        }
        row("java/lang/Thread", "interrupted\\(\\)Z", RETURN, ACQUIRE_IF_TRUE, CURRENT, Space.INTERRUPT);
        // Whoever notices an interrupt makes one of these, the JVM included: in Object.wait and Thread.sleep.
        row("java/lang/InterruptedException", "<init>\\(.*", RETURN, ACQUIRE, CURRENT, Space.INTERRUPT);
        row("java/nio/channels/ClosedByInterruptException", "<init>\\(.*", RETURN, ACQUIRE, CURRENT, Space.INTERRUPT);
    }

    /** Decision 1: bytes that travel through one file inside the JVM order the writer before the reader. */
    private void files() {
        Key file = new Key.Pair(
                new Key.Field("path", "Ljava/lang/String;"), new Key.Field("fd", "Ljava/io/FileDescriptor;"));
        row("java/io/FileOutputStream", "write\\(.*", ENTRY, WROTE_FILE, file, Space.IO);
        row("java/io/FileInputStream", "read\\(.*", RETURN, READ_FILE, file, Space.IO);
        row(
                "java/io/FileInputStream",
                "(readAllBytes|readNBytes|transferTo)\\(.*",
                RETURN,
                READ_WHOLE_FILE,
                file,
                Space.IO);
        row("java/io/RandomAccessFile", "(write|writeBytes)\\(.*", ENTRY, WROTE_FILE, file, Space.IO);
        row("java/io/RandomAccessFile", "(read|readBytes)\\(.*", RETURN, READ_FILE, file, Space.IO);
        String channel = "sun/nio/ch/FileChannelImpl";
        row(channel, "write\\(.*", ENTRY, WROTE_FILE, file, Space.IO);
        row(channel, "read\\(.*", RETURN, READ_FILE, file, Space.IO);
        // The kernel copies: neither the target's write nor the source's read is called.
        row(channel, "transferTo\\(.*", ENTRY, READ_WHOLE_FILE, file, Space.IO);
        row(channel, "transferTo\\(.*", ENTRY, TRANSFERRING, new Key.Argument(2), Space.IO);
        row(channel, "transferFrom\\(.*", ENTRY, TRANSFERRING, ARG0, Space.IO);
        row(channel, "transferFrom\\(.*", ENTRY, WROTE_FILE, file, Space.IO);
        row(
                "java/nio/file/Files",
                "(move|copy)\\(Ljava/nio/file/Path;Ljava/nio/file/Path;.*",
                ENTRY,
                RENAMED,
                new Key.Pair(ARG0, ARG1),
                Space.IO);
        row("java/io/File", "renameTo\\(.*", ENTRY, RENAMED, new Key.Pair(THIS, ARG0), Space.IO);
    }

    /** Package {@code java.lang.ref}: enqueue to dequeue, and reachabilityFence through the collector to both. */
    private void references() {
        String queue = "java/lang/ref/ReferenceQueue";
        row(queue, "enqueue\\(.*", ENTRY, RELEASE, ARG0, Space.REFERENCE);
        row(queue, "(poll|remove)\\(.*", RETURN, ACQUIRE, TOP, Space.REFERENCE);
        // reachabilityFence is woven where applications call it: the JDK's own calls protect nobody's fields.
        row(queue, "(poll|remove)\\(.*", RETURN, ACQUIRE_IF_NON_NULL, GLOBAL, Space.REACHABLE);
        // While the constructor still holds the referent: once nobody does, the collector and the cleaner's thread may
        // be done
        // with it before the constructor returns.
        String cleanable = "jdk/internal/ref/PhantomCleanable";
        rows.add(cleanable, "<init>\\(.*", BEFORE_CALL, "insert", RELEASE, THIS, Space.REFERENCE);
        String cleaner = "jdk/internal/ref/CleanerImpl$PhantomCleanableRef";
        row(cleaner, "performCleanup\\(.*", ENTRY, ACQUIRE, THIS, Space.REFERENCE);
    }

    private void reflection() {
        Key field = new Key.Pair(THIS, ARG0);
        row("java/lang/reflect/Field", "set\\w*\\(Ljava/lang/Object;.*", ENTRY, REFLECTED_BEFORE, field, Space.HANDLE);
        row(
                "java/lang/reflect/Field",
                "get\\w*\\(Ljava/lang/Object;\\).*",
                RETURN,
                REFLECTED_AFTER,
                field,
                Space.HANDLE);
        row("java/lang/Enum", "valueOf\\(.*", RETURN, CLASS_FOUND, ARG0, Space.CLASS_INIT);
        row("java/lang/Class", "getEnumConstants\\(.*", RETURN, CLASS_FOUND, THIS, Space.CLASS_INIT);
        row("java/lang/Class", "forName\\(.*", RETURN, CLASS_FOUND, TOP, Space.CLASS_INIT);
    }

    /** JLS 17.5.3: deserialization freezes after the constructor. */
    private void deserialization() {
        made("java/io/ObjectStreamClass", "setObjFieldValues\\(.*", ARG0, Space.FREEZE);
    }

    /** JLS 17.5 for the JDK's own objects: what their final fields hold is seen as it was when they were made. */
    private void immutables() {
        String collections = "java/util/ImmutableCollections$";
        for (String kind : List.of("List12", "ListN", "Set12", "SetN", "Map1", "MapN")) {
            captured(
                    collections + kind,
                    "(get|indexOf|lastIndexOf|contains\\w*|hashCode|iterator|toArray|probe|entrySet|forEach|spliterator)");
        }
        captured("java/util/Optional", "(get|orElse\\w*|ifPresent\\w*|map|flatMap|filter|or|stream)");
        captured("java/util/KeyValueHolder", "get\\w*");
        captured("java/util/AbstractMap$SimpleImmutableEntry", "get\\w*");
        for (String kind : List.of("Collection", "List", "Set", "Map")) {
            captured("java/util/Collections$Unmodifiable" + kind, "(?!<init>|writeObject|readResolve)\\w+");
        }
    }

    private void captured(String owner, String readers) {
        made(owner, "<init>\\(.*", THIS, Space.CAPTURED);
        if (finals == FinalReads.FOLLOWED) {
            row(owner, readers + "\\(.*", ENTRY, USED, THIS, Space.CAPTURED);
        }
    }

    private void made(String owner, String method, Key key, int space) {
        row(owner, method, RETURN, finals == FinalReads.FOLLOWED ? MADE : FROZE, key, space);
    }

    private void row(String owner, String method, At at, Action action, Key key, int space) {
        rows.add(owner, method, at, "", action, key, space);
    }
}
