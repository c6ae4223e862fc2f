package dev.photofinish.analyzer.decode;

import dev.photofinish.analyzer.finding.CodeIdentity;
import dev.photofinish.analyzer.finding.Frame;
import dev.photofinish.analyzer.finding.PauseKind;
import dev.photofinish.analyzer.trace.AccessStack;
import dev.photofinish.analyzer.trace.AccessTally;
import dev.photofinish.analyzer.trace.DeadlockedThread;
import dev.photofinish.analyzer.trace.FieldAccess;
import dev.photofinish.analyzer.trace.LockHandoff;
import dev.photofinish.analyzer.trace.LockOrder;
import dev.photofinish.analyzer.trace.LockSetMember;
import dev.photofinish.analyzer.trace.LockStack;
import dev.photofinish.analyzer.trace.LockWait;
import dev.photofinish.analyzer.trace.ProbeFrames;
import dev.photofinish.analyzer.trace.Site;
import dev.photofinish.analyzer.trace.SyncEdge;
import dev.photofinish.analyzer.trace.TaskSubmission;
import dev.photofinish.analyzer.trace.ThreadPause;
import dev.photofinish.analyzer.trace.WindowEnd;
import dev.photofinish.analyzer.trace.WindowThread;
import java.util.List;

/** Makes of each row the fact that it stands for, after checking the ranges; columns are those of {@link EventType}. */
final class EventReader {
    private final ChunkHeader header;
    private final ChunkSink sink;
    private final WaitSettings settings;

    EventReader(ChunkHeader header, ChunkSink sink, WaitSettings settings) {
        this.header = header;
        this.sink = sink;
        this.settings = settings;
    }

    void read(EventRow row) {
        switch (row.type()) {
            case FIELD_ACCESS -> sink.trace(fieldAccess(row));
            case ACCESS_STACK ->
                sink.trace(new AccessStack(
                        row.number(0),
                        row.ordinal(1),
                        row.ordinal(2),
                        row.integer(3),
                        row.frames(4),
                        row.integerOr(5, 0),
                        row.integerOr(6, 0)));
            case TASK_SUBMISSION ->
                sink.trace(new TaskSubmission(row.number(0), row.ordinal(1), row.ordinal(2), row.frames(3)));
            case ACCESS_TALLY ->
                sink.trace(new AccessTally(
                        row.number(0), row.integer(1), row.number(2), row.integer(3), row.integer(4), row.natural(5)));
            case LOCK_HANDOFF -> sink.trace(lockHandoff(row));
            case SYNC_EDGE ->
                sink.trace(SyncEdge.of(
                        row.number(0),
                        row.ordinal(1),
                        row.ordinal(2),
                        row.ordinal(3),
                        row.ordinal(4),
                        row.ordinal(5),
                        row.integerOr(6, 0),
                        row.integerOr(7, 0),
                        row.integer(8),
                        row.number(9)));
            case LOCK_SET ->
                sink.trace(new LockSetMember(
                        row.number(0),
                        row.ordinal(1),
                        row.natural(2),
                        row.natural(3),
                        row.number(4),
                        row.integerOr(5, 0),
                        row.className(6),
                        row.integer(7)));
            case LOCK_ORDER -> lockOrder(row);
            case DEADLOCK ->
                sink.deadlocked(new DeadlockedThread(
                        row.integer(0),
                        row.natural(1),
                        row.natural(2),
                        row.text(3),
                        CodeIdentity.className(row.text(4)),
                        row.integer(5),
                        StackLines.frames(row.text(6)),
                        CodeIdentity.className(row.text(7)),
                        row.integer(8),
                        StackLines.frames(row.text(9))));
            case SITE -> sink.site(site(row));
            case WINDOW -> sink.trace(windowEnd(row));
            case WINDOW_THREAD -> sink.trace(windowThread(row));
            case LOSS -> sink.loss(row.text(0), row.amount(1));
            case AGENT_STATUS -> {
                sink.agentStatus(agentStatus(row));
                threshold(EventType.MONITOR_ENTER, row.amountOr(16, 0));
                threshold(EventType.THREAD_PARK, row.amountOr(17, 0));
            }
            case LOCK_STACK ->
                sink.trace(new LockStack(
                        row.number(0),
                        row.flag(1),
                        row.className(2),
                        row.amount(3),
                        ProbeFrames.cutOff(row.frames(4))));
            case MONITOR_ENTER -> {
                sink.lockWait(wait(LockWait.Kind.MONITOR, row.className(1), row.threadName(2), row, row.frames(3), 4));
                pause(PauseKind.MONITOR, row, 4);
            }
            case THREAD_PARK -> {
                sink.lockWait(wait(LockWait.Kind.PARK, row.className(1), "", row, row.frames(2), 3));
                pause(PauseKind.PARK, row, 3);
            }
            case MONITOR_WAIT -> {
                sink.lockWait(wait(LockWait.Kind.OBJECT_WAIT, row.className(1), "", row, row.frames(2), 3));
                pause(PauseKind.OBJECT_WAIT, row, 3);
            }
            case THREAD_SLEEP -> pause(PauseKind.SLEEP, row, 1);
            case FILE_READ, FILE_WRITE, FILE_FORCE, SOCKET_READ, SOCKET_WRITE -> pause(PauseKind.IO, row, 1);
            case GC_PAUSE ->
                sink.pause(new ThreadPause(
                        ThreadPause.EVERY_THREAD,
                        PauseKind.COLLECTION,
                        header.atNanos(row.number(1)),
                        header.nanos(row.amount(0))));
            case THREAD_PINNED -> sink.lockWait(wait(LockWait.Kind.PINNED, "", "", row, row.frames(1), 2));
            case ACTIVE_SETTING -> settings.add(row.number(0), row.text(1), row.text(2));
            case DATA_LOSS -> sink.dataLoss(row.amount(0));
        }
    }

    /** An agent says what it has set: its recording has no jdk.ActiveSetting; one of an earlier version says nothing. */
    private void threshold(EventType type, long nanos) {
        if (nanos > 0) {
            sink.waitThreshold(type.typeName(), nanos);
        }
    }

    private static FieldAccess fieldAccess(EventRow row) {
        return new FieldAccess(
                row.number(0),
                row.ordinal(1),
                row.ordinal(2),
                row.ordinal(3),
                row.integer(4),
                row.number(5),
                row.integer(6),
                row.accessKind(7),
                row.integer(8));
    }

    /** Their first column is the duration. */
    private LockWait wait(
            LockWait.Kind kind, String lockClass, String owner, EventRow row, List<Frame> frames, int startColumn) {
        return new LockWait(
                kind, lockClass, owner, header.atNanos(row.number(startColumn)), header.nanos(row.amount(0)), frames);
    }

    /** Their first column is the duration, and the one after the start the thread. */
    private void pause(PauseKind kind, EventRow row, int startColumn) {
        long thread = row.javaThreadId(startColumn + 1);
        if (thread != 0) {
            sink.pause(new ThreadPause(
                    thread, kind, header.atNanos(row.number(startColumn)), header.nanos(row.amount(0))));
        }
    }

    private LockHandoff lockHandoff(EventRow row) {
        return new LockHandoff(
                row.number(0),
                row.ordinal(1),
                row.className(2),
                row.number(11),
                row.ordinal(3),
                row.natural(4),
                row.integer(5),
                row.ordinal(6),
                row.ordinal(7),
                row.integer(8),
                row.amount(9),
                row.amount(10),
                row.natural(12),
                row.amountOr(13, 0),
                Math.max(0, row.integerOr(15, 0)),
                Math.max(LockHandoff.UNKNOWN, row.numberOr(16, LockHandoff.UNKNOWN)),
                row.integerOr(17, 0) != 0,
                header.atNanos(row.number(14)));
    }

    /** Agents of an earlier version do not say under which locks: that is no order. */
    private void lockOrder(EventRow row) {
        int epoch = row.integerOr(2, 0);
        int lockSet = row.integerOr(3, 0);
        if (epoch > 0 && lockSet > 0) {
            sink.trace(new LockOrder(
                    row.number(0),
                    row.ordinal(1),
                    epoch,
                    lockSet,
                    row.integer(4),
                    row.className(5),
                    row.integer(6),
                    row.integer(8),
                    row.frames(7)));
        }
    }

    private static Site site(EventRow row) {
        return new Site(
                row.integer(0),
                row.text(1),
                row.text(2),
                row.text(3),
                row.integer(4),
                row.text(5),
                row.text(6),
                row.text(7),
                row.text(8));
    }

    private static WindowEnd windowEnd(EventRow row) {
        return new WindowEnd(
                row.number(0),
                row.number(1),
                row.number(2),
                row.flag(3),
                row.flag(4),
                row.text(5),
                row.natural(6),
                row.amount(7));
    }

    private static WindowThread windowThread(EventRow row) {
        String name = row.text(3);
        String shown = name.isBlank() ? (row.flag(4) ? "virtual thread " : "thread ") + row.number(2) : name;
        return new WindowThread(row.number(0), row.ordinal(1), shown, row.natural(5), row.number(2), row.flag(6));
    }

    private static StatusFields agentStatus(EventRow row) {
        return new StatusFields(
                row.text(0),
                row.text(1),
                row.text(2),
                row.text(3),
                row.text(4),
                row.real(5),
                row.real(6),
                row.real(7),
                row.integer(8),
                row.integer(9),
                row.integer(10),
                row.integer(11),
                row.number(12),
                row.number(13),
                row.number(14),
                row.integerOr(15, 0));
    }
}
