package dev.photofinish.analyzer.decode;

import static dev.photofinish.analyzer.decode.Column.number;
import static dev.photofinish.analyzer.decode.Column.text;
import static dev.photofinish.analyzer.decode.Column.thread;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The event types that the engine reads, with the fields it wants of each in the order in which {@link EventReader} asks for
 * them.
 */
enum EventType {
    FIELD_ACCESS(
            "photofinish.FieldAccess",
            number("window"),
            number("thread"),
            number("epoch"),
            number("sequence"),
            number("site"),
            number("object"),
            number("index"),
            number("kind"),
            number("lockSet")),
    ACCESS_STACK(
            "photofinish.AccessStack",
            number("window"),
            number("thread"),
            number("sequence"),
            number("site"),
            new Column("stackTrace", Column.Form.STACK),
            number("taskFrom").ifPresent(),
            number("taskFromEpoch").ifPresent()),
    TASK_SUBMISSION(
            "photofinish.TaskSubmission",
            number("window"),
            number("thread"),
            number("epoch"),
            new Column("stackTrace", Column.Form.STACK)),
    ACCESS_TALLY(
            "photofinish.AccessTally",
            number("window"),
            number("site"),
            number("object"),
            number("index"),
            number("lockSet"),
            number("count")),
    LOCK_HANDOFF(
            "photofinish.LockHandoff",
            number("window"),
            number("sequence"),
            new Column("objectClass", Column.Form.CLASS),
            number("fromThread"),
            number("fromEpoch"),
            number("fromSite"),
            number("toThread"),
            number("toEpoch"),
            number("toSite"),
            number("waitNanos"),
            number("holdNanos"),
            number("object"),
            number("waiters"),
            number("latencyNanos").ifPresent(),
            number("startTime"),
            number("overtaken").ifPresent(),
            number("allocated").ifPresent(),
            number("toRead").ifPresent()),
    LOCK_STACK(
            "photofinish.LockStack",
            number("window"),
            number("holder"),
            new Column("objectClass", Column.Form.CLASS),
            number("nanos"),
            new Column("stackTrace", Column.Form.STACK)),
    SYNC_EDGE(
            "photofinish.SyncEdge",
            number("window"),
            number("sequence"),
            number("fromThread"),
            number("fromEpoch"),
            number("toThread"),
            number("toEpoch"),
            number("fromSite").ifPresent(),
            number("toSite").ifPresent(),
            number("rule"),
            number("object")),
    LOCK_ORDER(
            "photofinish.LockOrder",
            number("window"),
            number("thread"),
            number("epoch").ifPresent(),
            number("lockSet").ifPresent(),
            number("acquiredIdentity").ifPresent(),
            new Column("acquiredClass", Column.Form.CLASS),
            number("acquiredSite"),
            new Column("stackTrace", Column.Form.STACK).ifPresent(),
            number("heldSite")),
    LOCK_SET(
            "photofinish.LockSet",
            number("window"),
            number("id"),
            number("position"),
            number("size"),
            number("object"),
            number("identity").ifPresent(),
            new Column("objectClass", Column.Form.CLASS),
            number("site")),
    DEADLOCK(
            "photofinish.Deadlock",
            number("deadlock"),
            number("position"),
            number("size"),
            text("threadName"),
            text("heldClass"),
            number("heldIdentity"),
            text("heldAt"),
            text("wantedClass"),
            number("wantedIdentity"),
            text("stack")),
    SITE(
            "photofinish.Site",
            number("id"),
            text("className"),
            text("method"),
            text("descriptor"),
            number("line"),
            text("field"),
            text("kind"),
            text("shape").ifPresent(),
            text("suppressedBy").ifPresent()),
    WINDOW(
            "photofinish.Window",
            number("window"),
            number("openedNanos"),
            number("closedNanos"),
            number("warmUp"),
            number("complete"),
            text("incompleteReason"),
            number("threads"),
            number("accesses")),
    WINDOW_THREAD(
            "photofinish.WindowThread",
            number("window"),
            number("thread"),
            number("javaThreadId"),
            text("threadName"),
            number("virtual"),
            number("edges"),
            number("merged").ifPresent()),
    LOSS("photofinish.Loss", text("reason"), number("count")),
    AGENT_STATUS(
            "photofinish.AgentStatus",
            text("instance"),
            text("service"),
            text("version"),
            text("mode"),
            text("state"),
            new Column("budgetPercent", Column.Form.REAL),
            new Column("overheadRatio", Column.Form.REAL),
            new Column("coverageRatio", Column.Form.REAL),
            number("fieldsKnown"),
            number("fieldsArmed"),
            number("classesWoven"),
            number("classesNotWeavable"),
            number("chunksShipped"),
            number("chunksDropped"),
            number("errors"),
            number("deadlockedThreads").ifPresent(),
            number("monitorThresholdNanos").ifPresent(),
            number("parkThresholdNanos").ifPresent()),
    MONITOR_ENTER(
            "jdk.JavaMonitorEnter",
            number("duration"),
            new Column("monitorClass", Column.Form.CLASS).ifPresent(),
            new Column("previousOwner", Column.Form.THREAD).ifPresent(),
            new Column("stackTrace", Column.Form.STACK).ifPresent(),
            number("startTime"),
            thread()),
    THREAD_PARK(
            "jdk.ThreadPark",
            number("duration"),
            new Column("parkedClass", Column.Form.CLASS).ifPresent(),
            new Column("stackTrace", Column.Form.STACK).ifPresent(),
            number("startTime"),
            thread()),
    MONITOR_WAIT(
            "jdk.JavaMonitorWait",
            number("duration"),
            new Column("monitorClass", Column.Form.CLASS).ifPresent(),
            new Column("stackTrace", Column.Form.STACK).ifPresent(),
            number("startTime"),
            thread()),
    THREAD_PINNED(
            "jdk.VirtualThreadPinned",
            number("duration"),
            new Column("stackTrace", Column.Form.STACK).ifPresent(),
            number("startTime")),
    THREAD_SLEEP("jdk.ThreadSleep", number("duration"), number("startTime"), thread()),
    FILE_READ("jdk.FileRead", number("duration"), number("startTime"), thread()),
    FILE_WRITE("jdk.FileWrite", number("duration"), number("startTime"), thread()),
    FILE_FORCE("jdk.FileForce", number("duration"), number("startTime"), thread()),
    SOCKET_READ("jdk.SocketRead", number("duration"), number("startTime"), thread()),
    SOCKET_WRITE("jdk.SocketWrite", number("duration"), number("startTime"), thread()),
    GC_PAUSE("jdk.GCPhasePause", number("duration"), number("startTime")),
    ACTIVE_SETTING("jdk.ActiveSetting", number("id"), text("name"), text("value")),
    DATA_LOSS("jdk.DataLoss", number("amount"));

    /** Under which events of all other types are counted. */
    static final String OTHER = "other";

    private static final Map<String, EventType> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(EventType::typeName, Function.identity()));

    private final String typeName;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<Column> columns;

    EventType(String typeName, Column... columns) {
        this.typeName = typeName;
        this.columns = List.of(columns);
    }

    /** All by the name that JFR knows them by. */
    static Map<String, EventType> byName() {
        return BY_NAME;
    }

    String typeName() {
        return typeName;
    }

    /** Whether a thread waits for another one while such an event lasts. */
    boolean isWait() {
        return switch (this) {
            case MONITOR_ENTER, MONITOR_WAIT, THREAD_PARK, THREAD_PINNED -> true;
            default -> false;
        };
    }

    List<Column> columns() {
        return columns;
    }
}
