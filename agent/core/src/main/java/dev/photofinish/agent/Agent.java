package dev.photofinish.agent;

import dev.photofinish.deadlock.DeadlockWatch;
import dev.photofinish.drill.Drill;
import dev.photofinish.event.AgentStatusEvent;
import dev.photofinish.event.LossEvent;
import dev.photofinish.event.SiteEvent;
import dev.photofinish.govern.Clocks;
import dev.photofinish.govern.CostMeter;
import dev.photofinish.govern.Costs;
import dev.photofinish.govern.ProcessClocks;
import dev.photofinish.govern.SleepSwitch;
import dev.photofinish.probe.Failures;
import dev.photofinish.schedule.FieldWatch;
import dev.photofinish.schedule.FullWindow;
import dev.photofinish.schedule.Session;
import dev.photofinish.schedule.StaleThreads;
import dev.photofinish.schedule.WindowLoop;
import dev.photofinish.schedule.WindowRun;
import dev.photofinish.shadow.AgentThreads;
import dev.photofinish.shadow.AllocatedBytes;
import dev.photofinish.shadow.ClassChecks;
import dev.photofinish.shadow.DerivedSites;
import dev.photofinish.site.FieldCatalog;
import dev.photofinish.site.RuntimeSites;
import dev.photofinish.site.SiteRegistry;
import dev.photofinish.transport.FlightRecording;
import dev.photofinish.transport.Transport;
import dev.photofinish.weave.FinalReads;
import dev.photofinish.weave.InitializedNames;
import dev.photofinish.weave.Scope;
import dev.photofinish.weave.StaleMethods;
import dev.photofinish.weave.WeaveLog;
import dev.photofinish.weave.Weaver;
import dev.photofinish.window.Exit;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import jdk.jfr.FlightRecorder;
import org.jspecify.annotations.Nullable;

/** The agent while it is attached. Closing it takes everything back: bytecode, threads, recording, files. */
final class Agent implements AutoCloseable {
    private static final long MILLION = 1_000_000L;
    private static final long STOP_MILLIS = 10_000;
    private static final Duration FIRST_WEAVE = Duration.ofSeconds(30);

    private final AgentOptions options;
    private final String version;
    private final String instance = UUID.randomUUID().toString();
    private final WorkDirectory directory;
    private final SiteRegistry sites = new SiteRegistry();
    private final WeaveLog log = new WeaveLog();
    private final StaleMethods staleMethods = new StaleMethods();
    private final Clocks clocks = new ProcessClocks();
    private final Drill drill = Drill.of(System.getProperties());
    private final Session session;
    private final InitializedClasses initializedClasses;
    private final FlightRecording recording;
    private final Transport transport;
    private final CostMeter meter;
    private final FieldWatch fields;
    private final WindowRun windows;
    private final DeadlockWatch deadlocks;
    private final Runnable dictionary = sites::emitUsed;
    private final Runnable status = this::emitStatus;
    private @Nullable QuickCompilation compilation;
    private @Nullable WindowLoop loop;
    private @Nullable Thread loopThread;
    private @Nullable FullWindow full;
    private boolean closed;

    /** The state of its last words; empty before. */
    private volatile String ending = "";

    private Agent(AgentOptions options, Instrumentation instrumentation, String version) throws InterruptedException {
        this.options = options;
        this.version = version;
        this.directory = WorkDirectory.create(options.directory());
        Failures.clear();
        FieldCatalog catalog = new FieldCatalog(sites);
        Scope scope = new Scope(options.include(), options.exclude());
        DerivedSites.numberBy(new RuntimeSites(catalog, sites, scope::includes));
        this.initializedClasses = new InitializedClasses(instrumentation);
        ClassChecks.ask(initializedClasses);
        AllocatedBytes.countBy(ProcessClocks.allocatedByThisThread());
        InitializedNames initialized = new InitializedNames(initializedClasses);
        Weaver weaver = new Weaver(
                Agent.class.getClassLoader(),
                options.mode() == AgentOptions.Mode.FULL ? FinalReads.FOLLOWED : FinalReads.ASSUMED,
                scope,
                catalog,
                sites,
                log,
                staleMethods,
                initialized,
                clocks,
                field -> false);
        Rehearsal.run();
        this.session = new Session(instrumentation, weaver, initialized, catalog, log, scope, clocks);
        this.deadlocks = new DeadlockWatch(instrumentation);
        this.recording = new FlightRecording(options.mode() == AgentOptions.Mode.WINDOW);
        FlightRecorder.addPeriodicEvent(SiteEvent.class, dictionary);
        FlightRecorder.addPeriodicEvent(AgentStatusEvent.class, status);
        this.transport = new Transport(
                recording,
                directory.path(),
                options.spoolBytes(),
                options.analyzer(),
                instance,
                options.service(),
                options.token(),
                drill);
        this.meter = new CostMeter(clocks);
        StaleThreads stale = new StaleThreads(staleMethods);
        this.fields = new FieldWatch(session, stale, catalog, scope, meter, options.maxFields(), drill);
        this.windows = new WindowRun(fields, stale, meter, clocks, drill);
    }

    /**
     * Starts the agent with all that belongs to it.
     *
     * @param startUp whether the JVM itself is just starting
     */
    static Agent start(AgentOptions options, Instrumentation instrumentation, String version, boolean startUp)
            throws InterruptedException {
        Agent agent = new Agent(options, instrumentation, version);
        try {
            Exit.set(agent::exit);
            // The call before the JVM's hooks is woven: it is gone with the rest when the scheduler fails.
            agent.recording.dumpOnExit(options.output());
            if (options.budgetPercent() > 0) {
                // At the start of a JVM no code is exchanged while classes are woven.
                agent.compilation = startUp ? null : new QuickCompilation(instrumentation, agent.directory.path());
                agent.begin(startUp);
            }
            return agent;
        } catch (RuntimeException | Error e) {
            agent.giveUp();
            throw e;
        } catch (IOException e) {
            agent.giveUp();
            throw new OptionException("output: a file that can be written expected, found " + e);
        }
    }

    private void begin(boolean startUp) throws InterruptedException, IOException {
        if (options.mode() == AgentOptions.Mode.FULL) {
            String problem = transport.diskProblem();
            if (!problem.isEmpty()) {
                throw new OptionException(problem);
            }
            transport.record();
            session.startFull();
            drill.reach("weave");
            full = new FullWindow(session, transport, deadlocks, drill);
        } else {
            WindowLoop newLoop = new WindowLoop(
                    fields,
                    windows,
                    transport,
                    meter,
                    new SleepSwitch(options.sleepFile()),
                    deadlocks,
                    new WindowLoop.LoopOptions(options.window(), options.budgetPercent(), startUp, drill));
            loop = newLoop;
            loopThread = AgentThreads.create("photofinish-scheduler", newLoop);
            loopThread.start();
            newLoop.awaitFirstState(FIRST_WEAVE);
        }
    }

    /** After a start that failed half-way: takes back what there is, and keeps quiet about what there is not. */
    private void giveUp() {
        try {
            close();
        } catch (IOException e) {
            LastWords.say("files may be left in " + directory.path() + ": " + e);
        }
    }

    /** Why it sleeps for good; empty while all is well. */
    String failure() {
        if (full != null) {
            return full.failure();
        }
        return loop == null ? "" : loop.failure();
    }

    private String state() {
        if (!ending.isEmpty()) {
            return ending;
        }
        if (full != null) {
            return full.failure().isEmpty() ? "open" : "failed";
        }
        return loop == null ? "asleep" : loop.state();
    }

    /** The status as a person reads it. */
    String describe() {
        StringBuilder text = new StringBuilder();
        line(text, "state", state());
        line(text, "mode", options.mode().name().toLowerCase(Locale.ROOT));
        line(text, "service", options.service());
        line(text, "instance", instance);
        line(
                text,
                "analyzer",
                options.analyzer() == null ? "none" : options.analyzer().toString());
        line(text, "budget", options.budgetPercent() + " % of CPU");
        line(text, "fields", session.fieldsArmed() + " of " + session.fieldsKnown() + " watched");
        line(text, "classes", log.wovenCount() + " woven, " + log.notWeavableCount() + " not weavable");
        log.notWeavable().forEach((name, reason) -> line(text, "  not woven", name + ": " + reason));
        if (loop != null) {
            line(text, "windows", windows.describe());
            line(text, "governor", loop.sleeping().isEmpty() ? loop.decision() : loop.sleeping());
        }
        if (full != null && !full.incompleteReason().isEmpty()) {
            line(text, "incomplete", full.incompleteReason());
        }
        if (!failure().isEmpty()) {
            line(text, "failed", failure());
        }
        if (deadlocks.deadlocked() > 0) {
            line(text, "deadlocked", deadlocks.deadlocked() + " threads wait for each other, for ever");
        }
        if (!deadlocks.problem().isEmpty()) {
            line(text, "deadlocks", "of virtual threads are not looked for: " + deadlocks.problem());
        }
        line(text, "chunks", transport.shipped() + " shipped, " + transport.dropped() + " dropped");
        if (!transport.problem().isEmpty()) {
            line(text, "transport", transport.problem());
        }
        line(text, "cost", cost());
        line(text, "probes", probes());
        line(text, "coverage", String.format(Locale.ROOT, "%.1f %%", 100 * fields.coverage()));
        line(text, "weaving", session.weaveNanos() / MILLION + " ms so far");
        if (!initializedClasses.problem().isEmpty()) {
            line(text, "more probes", "which classes are initialized is not told: " + initializedClasses.problem());
        }
        if (compilation != null && !compilation.problem().isEmpty()) {
            line(text, "more JIT", "the weaver's code is optimized as the application's is: " + compilation.problem());
        }
        line(text, "errors", Integer.toString(Failures.count()));
        return text.toString();
    }

    private String cost() {
        Costs costs = meter.lastMinute();
        return String.format(
                Locale.ROOT,
                "%.2f %% of the CPU in the last minute (ms: open probes %d, closed %d, threads %d, weaving %d, JIT %d); since"
                        + " the start %.1f s",
                100 * meter.ratio(),
                costs.probes() / MILLION,
                costs.closed() / MILLION,
                costs.threads() / MILLION,
                costs.weaving() / MILLION,
                costs.compiling() / MILLION,
                meter.sinceStart().total() / 1e9);
    }

    private String probes() {
        return String.format(
                Locale.ROOT,
                "%.2f million of fields and %.2f million of synchronization are met in a second of CPU",
                meter.accessesPerSecond() / MILLION,
                meter.syncPerSecond() / MILLION);
    }

    private static void line(StringBuilder text, String label, String value) {
        text.append(String.format(Locale.ROOT, "%-10s %s%n", label, value));
    }

    private void emitStatus() {
        AgentStatusEvent.emit(
                instance,
                options.service(),
                version,
                options.mode().name().toLowerCase(Locale.ROOT),
                state(),
                (float) options.budgetPercent(),
                (float) meter.ratio(),
                (float) fields.coverage(),
                session.fieldsKnown(),
                session.fieldsArmed(),
                log.wovenCount(),
                log.notWeavableCount(),
                meter.entries(),
                meter.sinceStart().threads(),
                session.weaveNanos(),
                transport.shipped(),
                transport.dropped(),
                Failures.count(),
                deadlocks.deadlocked(),
                recording.monitorThresholdNanos(),
                recording.parkThresholdNanos());
        emitLoss("chunks dropped", transport.dropped());
        emitLoss("recording suspended", transport.suspensions());
    }

    private static void emitLoss(String reason, long count) {
        if (count > 0) {
            long now = System.currentTimeMillis();
            LossEvent.emit(reason, count, now, now);
        }
    }

    /** At the end of the JVM: ends the window and writes or sends what was recorded; leaves the bytecode as it is. */
    private void exit() {
        try {
            finish("ended");
        } catch (Throwable e) {
            // This runs inside the application's own call of exit.
            LastWords.say("the recording could not be completed: " + e);
        }
    }

    private synchronized void finish(String last) throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        try {
            stopWindows();
            ending = last;
            transport.rotate();
            transport.close();
            recording.dumpOnExit(null);
            if (options.output() != null) {
                recording.dump(options.output());
            }
        } finally {
            FlightRecorder.removePeriodicEvent(dictionary);
            FlightRecorder.removePeriodicEvent(status);
            recording.close();
            directory.close();
        }
    }

    private void stopWindows() {
        if (full != null) {
            full.close();
        }
        if (loop != null && loopThread != null) {
            loop.stop();
            try {
                loopThread.join(STOP_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void close() throws IOException {
        Exit.set(null);
        try {
            finish("detached");
        } finally {
            session.end();
            if (compilation != null) {
                compilation.close();
            }
            // What the boot classes know of this agent would keep its loader.
            DerivedSites.numberBy(null);
            ClassChecks.ask(null);
            AllocatedBytes.countBy(null);
            Failures.clear();
        }
    }
}
