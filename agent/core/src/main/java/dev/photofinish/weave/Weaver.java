package dev.photofinish.weave;

import dev.photofinish.govern.Clocks;
import dev.photofinish.probe.AgentCode;
import dev.photofinish.shadow.ThreadShadow;
import dev.photofinish.site.ClassOutline;
import dev.photofinish.site.FieldCatalog;
import dev.photofinish.site.FieldInfo;
import dev.photofinish.site.SiteRegistry;
import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodTooLargeException;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * The one door of weaving: turns class files into class files with probes.
 *
 * <p>Called by the JVM at class loading and retransformation, on any thread. Answers null where nothing was woven. Never
 * throws: a class that cannot be woven stays as it is and is named in the {@link WeaveLog}.
 */
public final class Weaver implements ClassFileTransformer {
    private static final String EXIT_HOOKS = "java/lang/ApplicationShutdownHooks";

    private final ClassLoader own;
    private final Scope scope;
    private final FieldCatalog catalog;
    private final SiteRegistry sites;
    private final WeaveLog log;
    private final StaleMethods stale;
    private final ContentsAnalysis contents;
    private final FinalReads finals;
    private final RuleTable rules;
    private final LoadedNames wovenAtLoad = new LoadedNames();
    private final ClassWeaver.MethodWeaving last;
    // Concerns retransformations, which one thread at a time asks for.
    private volatile @Nullable Class<?> leftAlone;
    private volatile @Nullable Class<?> lastHanded;
    private final InitializedNames initialized;
    private final Clocks clocks;
    private final LongAdder loadNanos = new LongAdder();
    private volatile Predicate<FieldInfo> armed;
    private volatile Predicate<FieldInfo> cold = field -> false;

    /**
     * @param own the loader of the agent, whose classes are left alone
     * @param armed which fields are watched at first
     */
    public Weaver(
            ClassLoader own,
            FinalReads finals,
            Scope scope,
            FieldCatalog catalog,
            SiteRegistry sites,
            WeaveLog log,
            StaleMethods stale,
            InitializedNames initialized,
            Clocks clocks,
            Predicate<FieldInfo> armed) {
        this(
                own,
                finals,
                scope,
                catalog,
                sites,
                log,
                stale,
                initialized,
                clocks,
                armed,
                (writer, access, method, descriptor) -> writer);
    }

    /**
     * @param last behind all other weaving: where a test makes mistakes
     */
    Weaver(
            ClassLoader own,
            FinalReads finals,
            Scope scope,
            FieldCatalog catalog,
            SiteRegistry sites,
            WeaveLog log,
            StaleMethods stale,
            InitializedNames initialized,
            Clocks clocks,
            Predicate<FieldInfo> armed,
            ClassWeaver.MethodWeaving last) {
        this.last = last;
        this.own = own;
        this.finals = finals;
        this.rules = new RuleTable(finals);
        this.scope = scope;
        this.catalog = catalog;
        this.sites = sites;
        this.log = log;
        this.stale = stale;
        this.initialized = initialized;
        this.clocks = clocks;
        this.armed = armed;
        this.contents = new ContentsAnalysis(scope, catalog);
        for (Rule rule : rules.rules()) {
            int site = sites.number(rule.owner().replace('/', '.'), rule.label(), "", -1, "", 0, rule.words());
            if (site != rule.site()) {
                throw new IllegalStateException("rule " + rule.site() + " expected, found site " + site);
            }
        }
    }

    /** Whether the class was woven when it was loaded. */
    public boolean wasWoven(@Nullable ClassLoader loader, String internalName) {
        return wovenAtLoad.contains(loader, internalName);
    }

    /** CPU time of the application's threads that weaving has taken while classes were loaded. */
    public long loadNanos() {
        return loadNanos.sum();
    }

    /**
     * Changes which fields are watched by classes woven from now on.
     *
     * @param coldFields those of them whose access may open a window
     */
    public void arm(Predicate<FieldInfo> fields, Predicate<FieldInfo> coldFields) {
        cold = coldFields;
        armed = fields;
    }

    /** Does not weave the class from now on, but for another one; null for none. */
    public void leaveAlone(@Nullable Class<?> type) {
        leftAlone = type;
    }

    /** The loaded class that the JVM handed over last, which is not remembered any longer; null for none. */
    public @Nullable Class<?> forgetLastHanded() {
        Class<?> last = lastHanded;
        lastHanded = null;
        return last;
    }

    /** Whether a loaded class may need probes, before its class file is looked at. */
    public boolean mayConcern(Class<?> type) {
        String name = type.getName().replace('.', '/');
        if (isJdk(type.getClassLoader())) {
            return !rules.of(name).isEmpty() || JdkMonitors.contains(name) || name.equals(EXIT_HOOKS);
        }
        return !isOwn(type.getClassLoader()) && !Exclusions.excluded(name);
    }

    /** Whether a loaded class that may need probes does so for its name alone. */
    public boolean alwaysNeedsProbes(Class<?> type) {
        return isJdk(type.getClassLoader());
    }

    /** Whether a class file of the application needs probes: so that only those classes are retransformed that do. */
    public boolean needsProbes(@Nullable ClassLoader loader, byte[] classFile) {
        try {
            ClassOutline outline = ClassOutline.of(classFile);
            catalog.add(loader, outline, classFile);
            if (QuickScan.any(loader, outline, catalog, armed)) {
                return true;
            }
            if (!scope.includes(outline.name())) {
                return false;
            }
        } catch (RuntimeException irregular) {
            // The slower reader tells whether it is so bad that nothing can be told.
        }
        return mayNeedProbes(loader, classFile);
    }

    /** The same by all that is woven: slower, and without doubt. */
    boolean mayNeedProbes(@Nullable ClassLoader loader, byte[] classFile) {
        try {
            ClassReader reader = new ClassReader(classFile);
            catalog.add(loader, reader);
            boolean included = scope.includes(reader.getClassName());
            ClassScan scan = new ClassScan(
                    reader.getClassName(), loader, catalog, armed, checks(loader, included, false), included, finals);
            reader.accept(scan, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
            if (!scan.any) {
                contents.plan(loader, reader, scan, armed);
            }
            return scan.any;
        } catch (RuntimeException unreadable) {
            // The transformation meets it again and names it.
            return true;
        }
    }

    @Override
    public byte @Nullable [] transform(
            @Nullable Module module,
            @Nullable ClassLoader loader,
            @Nullable String name,
            @Nullable Class<?> redefined,
            @Nullable ProtectionDomain domain,
            byte[] classFile) {
        if (redefined != null) {
            lastHanded = redefined;
        }
        if (isOwn(loader) || (name == null && redefined == null) || isLeftAlone(redefined)) {
            return null;
        }
        ThreadShadow thread = AgentCode.enter();
        long start = redefined == null ? clocks.ownCpuNanos() : 0;
        try {
            byte[] woven = isJdk(loader) ? jdk(name, classFile) : application(loader, redefined, classFile);
            if (woven != null) {
                log.woven(loader, name);
                if (redefined == null) {
                    wovenAtLoad.add(loader, name);
                }
            }
            return woven;
        } catch (UnverifiableException bad) {
            leave(name, String.valueOf(bad.getMessage()), !bad.isAsItIs());
            return null;
        } catch (Throwable failure) {
            leave(name, failure.toString(), true);
            return null;
        } finally {
            if (redefined == null) {
                loadNanos.add(clocks.ownCpuNanos() - start);
            }
            AgentCode.leave(thread);
        }
    }

    /** Of this agent, or of one that was detached and is not collected yet. */
    private boolean isOwn(@Nullable ClassLoader loader) {
        return loader != null && loader.getClass() == own.getClass();
    }

    private boolean isLeftAlone(@Nullable Class<?> redefined) {
        return redefined != null && redefined == leftAlone;
    }

    private void leave(@Nullable String name, String reason, boolean runs) {
        String className = name == null ? "(hidden class)" : name.replace('/', '.');
        log.notWeavable(className, reason);
        if (runs) {
            log.unseen(className);
        }
    }

    private static boolean isJdk(@Nullable ClassLoader loader) {
        return loader == null || loader == ClassLoader.getPlatformClassLoader();
    }

    private byte @Nullable [] jdk(@Nullable String name, byte[] classFile) {
        if (name == null) {
            return null;
        }
        List<Rule> rows = rules.of(name);
        boolean exit = name.equals(EXIT_HOOKS);
        boolean monitors = JdkMonitors.contains(name);
        if (rows.isEmpty() && !monitors && !exit) {
            return null;
        }
        ClassReader reader = new ClassReader(classFile);
        if (stale.isExpected(name)) {
            stale.keep(name, new OldCode(classFile, OldCodeJudges.ruled(rows, monitors, () -> jdkScan(name))));
        }
        ClassScan scan = jdkScan(name);
        reader.accept(scan, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return write(classFile, reader, (writer, access, method, descriptor) -> {
            MethodNeeds needs = scan.all().get(method + descriptor);
            MethodContext context = context(
                    null,
                    scan,
                    access,
                    method,
                    descriptor,
                    needs,
                    InitializationChecks.OF_THE_JDK,
                    Idioms.NONE,
                    stale,
                    field -> false);
            MethodVisitor visitor = writer;
            if (monitors
                    && needs != null
                    && needs.woven
                    && (needs.releases || needs.monitor || !needs.askedAlive.isEmpty())) {
                stale.add(name, method, scan.unseen(needs));
                visitor = new MonitorWeaver(visitor, context);
            }
            List<Rule> matching = rows.stream()
                    .filter(rule -> rule.matches(method, descriptor)
                            && (access & Opcodes.ACC_BRIDGE) == 0
                            && RuleWeaver.applies(rule, access, descriptor))
                    .toList();
            if (!matching.isEmpty()) {
                stale.addRules(name, method, matching);
                visitor = new RuleWeaver(visitor, context, matching);
            }
            if (JdkMonitors.isWrapper(name) && needs != null && needs.contents) {
                visitor = new ContentsWeaver(visitor, context, true);
            }
            if (exit && method.equals("runHooks")) {
                visitor = new ExitWeaver(visitor);
            }
            return visitor;
        });
    }

    private ClassScan jdkScan(String name) {
        return new ClassScan(name, null, catalog, field -> false, null, false, finals);
    }

    private byte @Nullable [] application(
            @Nullable ClassLoader loader, @Nullable Class<?> redefined, byte[] classFile) {
        ClassReader reader = new ClassReader(classFile);
        String owner = reader.getClassName();
        if (Exclusions.excluded(owner)) {
            return null;
        }
        catalog.add(loader, reader);
        boolean included = scope.includes(owner);
        InitializationChecks initialization = checks(loader, included, redefined == null);
        ClassScan scan =
                new ClassScan(owner, loader, catalog, armed, initialization, included || redefined == null, finals);
        reader.accept(scan, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        contents.plan(loader, reader, scan, armed);
        if (!scan.any) {
            return null;
        }
        if (redefined != null && stale.isExpected(owner)) {
            stale.keep(
                    owner,
                    new OldCode(
                            classFile,
                            OldCodeJudges.scanning(() -> new ClassScan(
                                    owner, loader, catalog, field -> false, initialization, included, finals))));
        }
        Idioms idioms = new Idioms(loader, reader);
        ApplicationClass type = new ApplicationClass(loader, redefined, reader, scan, initialization, idioms, included);
        for (Effort effort : Effort.values()) {
            try {
                byte[] woven = write(classFile, reader, weaving(type, effort));
                Set<String> outgrown = outgrown(classFile, woven);
                if (outgrown.isEmpty()) {
                    return woven;
                }
                String reason = "no compiler of HotSpot would take " + String.join(", ", outgrown) + " of more than "
                        + HugeMethods.LIMIT + " bytes";
                tooMuch(effort, owner, reason, new IllegalStateException(reason));
            } catch (MethodTooLargeException tooLarge) {
                tooMuch(effort, owner, "its method " + tooLarge.getMethodName() + " would be too large", tooLarge);
            } catch (UnverifiableException bad) {
                tooMuch(effort, owner, String.valueOf(bad.getMessage()), bad);
            }
            scan.all().values().forEach(MethodNeeds::forgetContents);
        }
        throw new IllegalStateException("the last effort ends the loop");
    }

    /** Methods that would be interpreted for good; none in full mode, which is for tests and sees everything. */
    private Set<String> outgrown(byte[] classFile, byte[] woven) {
        return finals == FinalReads.FOLLOWED ? Set.of() : HugeMethods.outgrown(classFile, woven);
    }

    /** Names the class; throws on where there is nothing less to try. */
    private void tooMuch(Effort effort, String owner, String reason, RuntimeException cause) {
        boolean asItIs = cause instanceof UnverifiableException bad && bad.isAsItIs();
        if (asItIs || effort == Effort.SYNCHRONIZATION) {
            throw cause;
        }
        log.notWeavable(owner.replace('/', '.'), effort.less().missing() + ", as " + reason);
    }

    private ClassWeaver.MethodWeaving weaving(ApplicationClass type, Effort effort) {
        String owner = type.reader.getClassName();
        Predicate<FieldInfo> fields = effort == Effort.SYNCHRONIZATION ? field -> false : armed;
        return (writer, access, method, descriptor) -> {
            MethodNeeds needs = type.scan.needs(method, descriptor);
            if (needs == null) {
                return writer;
            }
            if (needs.overwritesReceiver
                    && (access & Opcodes.ACC_SYNCHRONIZED) != 0
                    && (access & Opcodes.ACC_STATIC) == 0) {
                throw new IllegalStateException("synchronized method " + method + " overwrites its receiver");
            }
            if (type.redefined != null) {
                stale.add(owner, method, type.scan.unseen(needs));
            }
            MethodContext context = context(
                    type.loader,
                    type.scan,
                    access,
                    method,
                    descriptor,
                    needs,
                    type.initialization,
                    type.idioms,
                    type.redefined == null ? null : stale,
                    fields);
            MethodVisitor inner = new InitializationWeaver(last.weave(writer, access, method, descriptor), context);
            if (type.included) {
                inner = new FinalizerWeaver(inner, context);
                inner = finals == FinalReads.FOLLOWED
                        ? new FreezeWeaver(inner, context)
                        : new AssumedFreezeWeaver(inner, context);
            }
            // Before the others: it looks for the field whose object the next instruction locks.
            MethodVisitor accesses = new AccessWeaver(new MonitorWeaver(inner, context), context);
            MethodVisitor calls = new CallWeaver(accesses, context);
            boolean members = needs.members && type.included;
            return new ContentsWeaver(members ? new MemberWeaver(calls, context) : calls, context, false);
        };
    }

    private InitializationChecks checks(@Nullable ClassLoader loader, boolean included, boolean loading) {
        return new InitializationChecks(ClassInitialization.of(included, loading), initialized.of(loader));
    }

    private record ApplicationClass(
            @Nullable ClassLoader loader,
            @Nullable Class<?> redefined,
            ClassReader reader,
            ClassScan scan,
            InitializationChecks initialization,
            Idioms idioms,
            boolean included) {}

    private MethodContext context(
            @Nullable ClassLoader loader,
            ClassScan scan,
            int access,
            String method,
            String descriptor,
            @Nullable MethodNeeds needs,
            InitializationChecks initialization,
            Idioms idioms,
            @Nullable StaleMethods late,
            Predicate<FieldInfo> fields) {
        return new MethodContext(
                loader,
                scan.name,
                scan.version,
                access,
                method,
                descriptor,
                needs == null ? new MethodNeeds() : needs,
                catalog,
                sites,
                fields,
                cold,
                initialization,
                idioms,
                late);
    }

    private static byte[] write(byte[] classFile, ClassReader reader, ClassWeaver.MethodWeaving weaving) {
        ClassWriter writer = new ClassWriter(reader, 0);
        Set<String> methods = new HashSet<>();
        reader.accept(
                new ClassWeaver(writer, (plain, access, method, descriptor) -> {
                    MethodVisitor woven = weaving.weave(plain, access, method, descriptor);
                    if (woven != plain) {
                        methods.add(method + descriptor);
                    }
                    return woven;
                }),
                ClassReader.EXPAND_FRAMES);
        byte[] woven = writer.toByteArray();
        String problem = Verification.problem(woven, methods::contains);
        if (!problem.isEmpty()) {
            throw new UnverifiableException(
                    !Verification.problem(classFile, methods::contains).isEmpty(), problem);
        }
        return woven;
    }
}
