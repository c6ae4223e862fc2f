package dev.photofinish.analyzer.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.photofinish.analyzer.finding.CodeIdentity;
import dev.photofinish.analyzer.finding.Frame;
import dev.photofinish.analyzer.finding.PauseKind;
import dev.photofinish.analyzer.fixture.Recorder;
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
import dev.photofinish.analyzer.trace.TraceEvent;
import dev.photofinish.analyzer.trace.WindowEnd;
import dev.photofinish.analyzer.trace.WindowThread;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import jdk.jfr.consumer.RecordedClass;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordedThread;
import jdk.jfr.consumer.RecordingFile;

/** Makes a recording with the JVM it runs in, and holds what the decoder reads in it against what that JVM's reader does. */
public final class OracleProgram {
    /** Two units of a double of the nanoseconds since 1970. */
    private static final long ROUNDING_NANOS = 512;

    private OracleProgram() {}

    /** Records into the file that the argument names; ends exceptionally at the first difference. */
    public static void main(String[] args) throws Exception {
        Path file = Path.of(args[0]);
        record(file);
        System.out.println("compared " + compare(file) + " events of " + System.getProperty("java.version"));
    }

    static void record(Path file) throws Exception {
        Recorder.record(file, () -> new EveryEvent(1).emit(300), () -> new EveryEvent(2).emit(50));
    }

    /** Returns the number of events compared. */
    static long compare(Path file) throws IOException {
        DecodedChunks decoded = DecodedChunks.of(file);
        Oracle oracle = new Oracle();
        for (RecordedEvent event : RecordingFile.readAllEvents(file)) {
            oracle.add(event);
        }
        assertThat(decoded.chunks).isGreaterThan(1);
        assertThat(decoded.counts).isEqualTo(oracle.counts);
        assertThat(timeless(decoded.traces)).isEqualTo(timeless(oracle.traces));
        assertClose(times(decoded.traces, decoded.waits), times(oracle.traces, oracle.waits));
        assertThat(decoded.sites).isEqualTo(oracle.sites);
        assertThat(decoded.statuses).isEqualTo(oracle.statuses);
        assertThat(decoded.waitThresholds).isEqualTo(oracle.waitThresholds);
        assertThat(decoded.losses).isEqualTo(oracle.losses);
        assertThat(timelessWaits(decoded.waits)).isEqualTo(timelessWaits(oracle.waits));
        assertThat(timelessPauses(decoded.pauses)).isEqualTo(timelessPauses(oracle.pauses));
        assertClose(starts(decoded.pauses), starts(oracle.pauses));
        assertThat(oracle.pauses).extracting(ThreadPause::kind).contains(PauseKind.values());
        assertThat(decoded.deadlocked).isEqualTo(oracle.deadlocked);
        assertThat(oracle.waits)
                .extracting(LockWait::kind)
                .contains(LockWait.Kind.MONITOR, LockWait.Kind.PARK, LockWait.Kind.OBJECT_WAIT);
        return oracle.counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The JDK's reader keeps the beginning of a chunk as a double: its times are a little off. */
    private static void assertClose(long[] found, long[] expected) {
        assertThat(found).hasSameSizeAs(expected);
        for (int i = 0; i < found.length; i++) {
            assertThat(found[i]).isCloseTo(expected[i], within(ROUNDING_NANOS));
        }
    }

    private static long[] times(List<TraceEvent> traces, List<LockWait> waits) {
        return LongStream.concat(
                        traces.stream()
                                .filter(LockHandoff.class::isInstance)
                                .mapToLong(handoff -> ((LockHandoff) handoff).atNanos()),
                        waits.stream().mapToLong(LockWait::startNanos))
                .toArray();
    }

    private static List<TraceEvent> timeless(List<TraceEvent> traces) {
        return traces.stream()
                .map(event -> event instanceof LockHandoff handoff ? timeless(handoff) : event)
                .toList();
    }

    private static LockHandoff timeless(LockHandoff handoff) {
        return new LockHandoff(
                handoff.window(),
                handoff.sequence(),
                handoff.lockClass(),
                handoff.object(),
                handoff.fromThread(),
                handoff.fromEpoch(),
                handoff.fromSite(),
                handoff.toThread(),
                handoff.toEpoch(),
                handoff.toSite(),
                handoff.waitNanos(),
                handoff.holdNanos(),
                handoff.waiters(),
                handoff.latencyNanos(),
                handoff.overtaken(),
                handoff.allocated(),
                handoff.toRead(),
                0);
    }

    private static long[] starts(List<ThreadPause> pauses) {
        return pauses.stream().mapToLong(ThreadPause::startNanos).toArray();
    }

    private static List<ThreadPause> timelessPauses(List<ThreadPause> pauses) {
        return pauses.stream()
                .map(pause -> new ThreadPause(pause.javaThreadId(), pause.kind(), 0, pause.nanos()))
                .toList();
    }

    private static List<LockWait> timelessWaits(List<LockWait> waits) {
        return waits.stream()
                .map(wait -> new LockWait(wait.kind(), wait.lockClass(), wait.owner(), 0, wait.nanos(), wait.frames()))
                .toList();
    }

    /** The same facts by way of {@code jdk.jfr.consumer}. */
    private static final class Oracle {
        private static final Map<String, PauseKind> PAUSES = Map.of(
                "jdk.JavaMonitorWait", PauseKind.OBJECT_WAIT,
                "jdk.JavaMonitorEnter", PauseKind.MONITOR,
                "jdk.ThreadPark", PauseKind.PARK,
                "jdk.ThreadSleep", PauseKind.SLEEP,
                "jdk.FileRead", PauseKind.IO,
                "jdk.FileWrite", PauseKind.IO,
                "jdk.FileForce", PauseKind.IO,
                "jdk.SocketRead", PauseKind.IO,
                "jdk.SocketWrite", PauseKind.IO);

        private final List<TraceEvent> traces = new ArrayList<>();
        private final List<Site> sites = new ArrayList<>();
        private final List<LockWait> waits = new ArrayList<>();
        private final List<ThreadPause> pauses = new ArrayList<>();
        private final List<DeadlockedThread> deadlocked = new ArrayList<>();
        private final List<StatusFields> statuses = new ArrayList<>();
        private final List<String> losses = new ArrayList<>();
        private final Map<String, Long> counts = new HashMap<>();
        private final Map<String, Long> waitThresholds = new HashMap<>();

        void add(RecordedEvent e) {
            String name = e.getEventType().getName();
            boolean collection = name.equals("jdk.GCPhasePause");
            boolean known = name.startsWith("photofinish.") || PAUSES.containsKey(name) || collection;
            counts.merge(known ? name : "other", 1L, Long::sum);
            if (collection) {
                pauses.add(new ThreadPause(
                        ThreadPause.EVERY_THREAD,
                        PauseKind.COLLECTION,
                        nanos(e),
                        e.getDuration().toNanos()));
            }
            PauseKind pause = PAUSES.get(name);
            // Flight Recorder has left out a thread now and then that ended while it wrote the chunk.
            RecordedThread thread = e.getThread();
            if (pause != null && thread != null && thread.getJavaThreadId() > 0) {
                pauses.add(new ThreadPause(
                        thread.getJavaThreadId(),
                        pause,
                        nanos(e),
                        e.getDuration().toNanos()));
            }
            switch (name) {
                case "photofinish.FieldAccess" -> traces.add(access(e));
                case "photofinish.AccessStack" ->
                    traces.add(new AccessStack(
                            e.getLong("window"),
                            e.getInt("thread"),
                            e.getInt("sequence"),
                            e.getInt("site"),
                            frames(e),
                            e.getInt("taskFrom"),
                            e.getInt("taskFromEpoch")));
                case "photofinish.AccessTally" ->
                    traces.add(new AccessTally(
                            e.getLong("window"),
                            e.getInt("site"),
                            e.getLong("object"),
                            e.getInt("index"),
                            e.getInt("lockSet"),
                            e.getInt("count")));
                case "photofinish.TaskSubmission" ->
                    traces.add(
                            new TaskSubmission(e.getLong("window"), e.getInt("thread"), e.getInt("epoch"), frames(e)));
                case "photofinish.LockHandoff" -> traces.add(handoff(e));
                case "photofinish.LockStack" ->
                    traces.add(new LockStack(
                            e.getLong("window"),
                            e.getBoolean("holder"),
                            className(e.getClass("objectClass")),
                            e.getLong("nanos"),
                            ProbeFrames.cutOff(frames(e))));
                case "photofinish.SyncEdge" ->
                    traces.add(SyncEdge.of(
                            e.getLong("window"),
                            e.getInt("sequence"),
                            e.getInt("fromThread"),
                            e.getInt("fromEpoch"),
                            e.getInt("toThread"),
                            e.getInt("toEpoch"),
                            e.getInt("fromSite"),
                            e.getInt("toSite"),
                            e.getInt("rule"),
                            e.getLong("object")));
                case "photofinish.LockSet" ->
                    traces.add(new LockSetMember(
                            e.getLong("window"),
                            e.getInt("id"),
                            e.getInt("position"),
                            e.getInt("size"),
                            e.getLong("object"),
                            e.getInt("identity"),
                            className(e.getClass("objectClass")),
                            e.getInt("site")));
                case "photofinish.LockOrder" ->
                    traces.add(new LockOrder(
                            e.getLong("window"),
                            e.getInt("thread"),
                            e.getInt("epoch"),
                            e.getInt("lockSet"),
                            e.getInt("acquiredIdentity"),
                            className(e.getClass("acquiredClass")),
                            e.getInt("acquiredSite"),
                            e.getInt("heldSite"),
                            frames(e)));
                case "photofinish.Deadlock" -> deadlocked.add(deadlocked(e));
                case "photofinish.WindowThread" -> traces.add(thread(e));
                case "photofinish.Window" -> traces.add(window(e));
                case "photofinish.Site" -> sites.add(site(e));
                case "photofinish.Loss" -> losses.add(e.getString("reason") + " " + e.getLong("count"));
                case "photofinish.AgentStatus" -> {
                    statuses.add(status(e));
                    threshold("jdk.JavaMonitorEnter", e.getLong("monitorThresholdNanos"));
                    threshold("jdk.ThreadPark", e.getLong("parkThresholdNanos"));
                }
                case "jdk.JavaMonitorEnter" ->
                    waits.add(wait(e, LockWait.Kind.MONITOR, "monitorClass", threadName(e.getThread("previousOwner"))));
                case "jdk.ThreadPark" -> waits.add(wait(e, LockWait.Kind.PARK, "parkedClass", ""));
                case "jdk.JavaMonitorWait" -> waits.add(wait(e, LockWait.Kind.OBJECT_WAIT, "monitorClass", ""));
                default -> {}
            }
        }

        private void threshold(String type, long nanos) {
            if (nanos > 0) {
                waitThresholds.put(type, nanos);
            }
        }

        /** Its stacks are text, and always the same. */
        private static DeadlockedThread deadlocked(RecordedEvent e) {
            Frame run = new Frame("acme.A", "run", 3);
            return new DeadlockedThread(
                    e.getInt("deadlock"),
                    e.getInt("position"),
                    e.getInt("size"),
                    e.getString("threadName"),
                    e.getString("heldClass"),
                    e.getInt("heldIdentity"),
                    List.of(run),
                    e.getString("wantedClass"),
                    e.getInt("wantedIdentity"),
                    List.of(new Frame("acme.A", "lock", -1), run));
        }

        private static FieldAccess access(RecordedEvent e) {
            return new FieldAccess(
                    e.getLong("window"),
                    e.getInt("thread"),
                    e.getInt("epoch"),
                    e.getInt("sequence"),
                    e.getInt("site"),
                    e.getLong("object"),
                    e.getInt("index"),
                    e.getInt("kind") == 1 ? FieldAccess.Kind.WRITE : FieldAccess.Kind.READ,
                    e.getInt("lockSet"));
        }

        private static LockHandoff handoff(RecordedEvent e) {
            return new LockHandoff(
                    e.getLong("window"),
                    e.getInt("sequence"),
                    className(e.getClass("objectClass")),
                    e.getLong("object"),
                    e.getInt("fromThread"),
                    e.getInt("fromEpoch"),
                    e.getInt("fromSite"),
                    e.getInt("toThread"),
                    e.getInt("toEpoch"),
                    e.getInt("toSite"),
                    e.getLong("waitNanos"),
                    e.getLong("holdNanos"),
                    e.getInt("waiters"),
                    e.getLong("latencyNanos"),
                    e.getInt("overtaken"),
                    e.getLong("allocated"),
                    e.getBoolean("toRead"),
                    nanos(e));
        }

        private static long nanos(RecordedEvent e) {
            return ChronoUnit.NANOS.between(Instant.EPOCH, e.getStartTime());
        }

        private static LockWait wait(RecordedEvent e, LockWait.Kind kind, String type, String owner) {
            return new LockWait(
                    kind,
                    className(e.getClass(type)),
                    owner,
                    nanos(e),
                    e.getDuration().toNanos(),
                    frames(e));
        }

        private static WindowThread thread(RecordedEvent e) {
            String name = e.getString("threadName");
            String unnamed = (e.getBoolean("virtual") ? "virtual thread " : "thread ") + e.getLong("javaThreadId");
            return new WindowThread(
                    e.getLong("window"),
                    e.getInt("thread"),
                    name.isBlank() ? unnamed : name,
                    e.getInt("edges"),
                    e.getLong("javaThreadId"),
                    e.hasField("merged") && e.getBoolean("merged"));
        }

        private static WindowEnd window(RecordedEvent e) {
            return new WindowEnd(
                    e.getLong("window"),
                    e.getLong("openedNanos"),
                    e.getLong("closedNanos"),
                    e.getBoolean("warmUp"),
                    e.getBoolean("complete"),
                    e.getString("incompleteReason"),
                    e.getInt("threads"),
                    e.getLong("accesses"));
        }

        private static Site site(RecordedEvent e) {
            return new Site(
                    e.getInt("id"),
                    e.getString("className"),
                    e.getString("method"),
                    e.getString("descriptor"),
                    e.getInt("line"),
                    e.getString("field"),
                    e.getString("kind"),
                    e.getString("shape"),
                    e.getString("suppressedBy"));
        }

        private static StatusFields status(RecordedEvent e) {
            return new StatusFields(
                    e.getString("instance"),
                    e.getString("service"),
                    e.getString("version"),
                    e.getString("mode"),
                    e.getString("state"),
                    e.getFloat("budgetPercent"),
                    e.getFloat("overheadRatio"),
                    e.getFloat("coverageRatio"),
                    e.getInt("fieldsKnown"),
                    e.getInt("fieldsArmed"),
                    e.getInt("classesWoven"),
                    e.getInt("classesNotWeavable"),
                    e.getLong("chunksShipped"),
                    e.getLong("chunksDropped"),
                    e.getLong("errors"),
                    e.getInt("deadlockedThreads"));
        }

        private static List<Frame> frames(RecordedEvent e) {
            RecordedStackTrace stack = e.getStackTrace();
            List<Frame> frames = new ArrayList<>();
            if (stack != null) {
                for (RecordedFrame frame : stack.getFrames()) {
                    int line = frame.getLineNumber();
                    frames.add(new Frame(
                            className(frame.getMethod().getType()),
                            frame.getMethod().getName(),
                            line > 0 ? line : -1));
                }
            }
            return frames;
        }

        private static String className(RecordedClass type) {
            return type == null ? "unknown" : CodeIdentity.className(type.getName());
        }

        private static String threadName(RecordedThread thread) {
            return thread == null ? "" : thread.getJavaName() == null ? thread.getOSName() : thread.getJavaName();
        }
    }
}
