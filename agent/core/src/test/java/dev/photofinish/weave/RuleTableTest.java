package dev.photofinish.weave;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

class RuleTableTest {
    private static final RuleTable TABLE = new RuleTable(FinalReads.FOLLOWED);

    /** By class: virtual threads, structured tasks and stable values are new; the rest has moved or was dropped. */
    private static final String ONE_JDK_ONLY = """
            17 AtomicLongFieldUpdater$LockedUpdater get or getAnd… or …AndGet or …compareAndSet: HANDLE_ACQUIRE
            17 AtomicLongFieldUpdater$LockedUpdater set or lazySet or getAnd… or …AndGet or …compareAndSet: HANDLE_RELEASE
            17 AtomicLongFieldUpdater$LockedUpdater …compareAndSet: RETRACT_IF_FALSE
            17 ForkJoinPool any method: INNER_NEXT
            17 ThrowableTracer trace…: INNER
            25 DelayScheduler pend: RELEASE
            25 FutureTask resultNow or exceptionNow: ACQUIRE
            25 StableValueImpl any method: ACQUIRE
            25 StableValueImpl wrapAndSet: RELEASE
            25 StableValueImpl wrappedContentsAcquire: ACQUIRE
            25 StructuredTaskScopeImpl close: ACQUIRE
            25 StructuredTaskScopeImpl join: ACQUIRE
            25 StructuredTaskScopeImpl onComplete: RELEASE
            25 StructuredTaskScopeImpl$SubtaskImpl get or exception or state: ACQUIRE
            25 StructuredTaskScopeImpl$SubtaskImpl run: RELEASE
            25 ThreadPerTaskExecutor awaitTermination or isTerminated: ACQUIRE_IF_TRUE
            25 ThreadPerTaskExecutor taskComplete: RELEASE
            25 ThrowableTracer trace…: INNER
            25 VirtualThread interrupt: RELEASE
            25 VirtualThread isInterrupted: ACQUIRE_IF_TRUE
            25 VirtualThread start: RELEASE""";

    /** By owner: previews that were there between JDK 17 and 25, or came after it, and a JDK that has them. */
    private static final Map<String, Integer> ELSEWHERE = Map.of(
            "java/util/concurrent/StructuredTaskScope", 21,
            "java/util/concurrent/StructuredTaskScope$SubtaskImpl", 21,
            "jdk/internal/lang/LazyConstantImpl", 26,
            "java/util/LazyCollections", 26,
            "java/util/LazyCollections$LazyList", 26,
            "java/util/LazyCollections$AbstractLazyMap", 26);

    static List<Jdks> jdks() throws IOException {
        return Jdks.all();
    }

    @Test
    void everyRule_fitsAMethodOfSomeJdk() throws IOException {
        Set<Integer> unmatched = new LinkedHashSet<>();
        TABLE.rules().forEach(rule -> unmatched.add(rule.site()));
        for (Jdks jdk : Jdks.all()) {
            for (Rule rule : TABLE.rules()) {
                if (!matches(jdk, rule).isEmpty()) {
                    unmatched.remove(rule.site());
                }
            }
        }
        Set<Integer> here = Jdks.all().stream().map(Jdks::feature).collect(toSet());
        unmatched.removeIf(site -> {
            Integer jdk = ELSEWHERE.get(TABLE.rules().get(site - 1).owner());
            return jdk != null && !here.contains(jdk);
        });
        assertThat(unmatched.stream().map(site -> TABLE.rules().get(site - 1).toString()))
                .as("rules without a method")
                .isEmpty();
    }

    /** What the collector may end is published while it may not end it yet: before the constructor lets go of the referent. */
    @ParameterizedTest
    @MethodSource("jdks")
    void registrationAtACleaner_isReleasedWhileTheReferentIsHeld(Jdks jdk) throws IOException {
        String cleanable = "jdk/internal/ref/PhantomCleanable";
        List<String> calls = calls(woven(jdk, cleanable).methods.stream()
                .filter(method -> method.name.equals("<init>") && method.desc.contains("Cleaner"))
                .findFirst()
                .orElseThrow());
        assertThat(calls).containsSubsequence("<init>", "release", "insert", "reachabilityFence");
        assertThat(calls).filteredOn("release"::equals).hasSize(1);
    }

    /** The exclusive lock ends what is known of its caller. */
    @ParameterizedTest
    @MethodSource("jdks")
    void writer_tellsOfReadersBeforeItTellsOfWriters(Jdks jdk) throws IOException {
        Map<String, List<String>> calls =
                woven(jdk, "java/util/concurrent/locks/ReentrantReadWriteLock$WriteLock").methods.stream()
                        .collect(toMap(method -> method.name + method.desc, RuleTableTest::calls));
        assertThat(calls.get("lock()V")).containsSubsequence("ask", "ask", "acquire", "entered", "locked");
        assertThat(calls.get("tryLock()Z")).containsSubsequence("enteredIfTrue", "lockedIfTrue");
        assertThat(calls.get("unlock()V")).containsSubsequence("leaving", "unlocking", "release");
    }

    /** A lock would be told of twice whose methods call each other. */
    @ParameterizedTest
    @MethodSource("jdks")
    void methodThatTellsOfContention_callsNoOther(Jdks jdk) throws IOException {
        for (Rule rule : TABLE.rules()) {
            if (!rule.action().tellsOfContentionAlone()) {
                continue;
            }
            for (Rule other : TABLE.of(rule.owner())) {
                if (other.action() == rule.action()) {
                    List<String> names = matches(jdk, other).stream()
                            .map(method -> method.name.substring(0, method.name.indexOf('(')))
                            .toList();
                    assertThat(matches(jdk, rule))
                            .as("%s and %s", rule, other)
                            .allSatisfy(method -> assertThat(method.calls).doesNotContainAnyElementsOf(names));
                }
            }
        }
    }

    /** Who calls {@code iterator} locks around the iteration, and may be code of the JDK, whose monitors are not seen. */
    @ParameterizedTest
    @MethodSource("jdks")
    void wrapperWithoutItsLock_recordsNoAccess(Jdks jdk) throws IOException {
        Map<String, List<String>> calls = woven(jdk, "java/util/Collections$SynchronizedCollection").methods.stream()
                .collect(toMap(method -> method.name + method.desc, RuleTableTest::calls));
        assertThat(calls.get("add(Ljava/lang/Object;)Z")).contains("writeInside");
        assertThat(calls.get("size()I")).contains("readInside");
        assertThat(calls.get("iterator()Ljava/util/Iterator;")).contains("viewed");
        assertThat(calls).allSatisfy((method, called) -> {
            if (called.contains("readInside") || called.contains("writeInside")) {
                assertThat(called).as(method).contains("afterEnter");
            }
        });
    }

    private static ClassNode woven(Jdks jdk, String name) throws IOException {
        byte[] woven = Weaving.weave(
                Weaving.weaver(field -> false, new WeaveLog()),
                null,
                name,
                jdk.classFile(name).orElseThrow());
        assertThat(woven).isNotNull();
        ClassNode type = new ClassNode();
        new ClassReader(woven).accept(type, 0);
        return type;
    }

    private static List<String> calls(MethodNode method) {
        List<String> calls = new ArrayList<>();
        for (AbstractInsnNode instruction : method.instructions) {
            if (instruction instanceof MethodInsnNode call) {
                calls.add(call.name);
            }
        }
        return calls;
    }

    /** A rule that fits one JDK only is expected to: what the other one has instead is in the table as well, or is new there. */
    @Test
    void rulesOfOneJdk_areThoseThatAreKnown() throws IOException {
        List<Jdks> jdks = Jdks.all();
        assumeTrue(
                jdks.stream().map(Jdks::feature).toList().equals(List.of(17, 25)),
                "SKIPPED: needs JDK 17 and JDK 25, found " + jdks);
        Set<String> found = new TreeSet<>();
        for (Rule rule : TABLE.rules()) {
            List<Integer> fits = new ArrayList<>();
            for (Jdks jdk : jdks) {
                if (!matches(jdk, rule).isEmpty()) {
                    fits.add(jdk.feature());
                }
            }
            if (fits.size() == 1) {
                found.add(
                        fits.get(0) + " " + rule.owner().substring(rule.owner().lastIndexOf('/') + 1) + " "
                                + rule.label() + ": " + rule.action());
            }
        }
        assertThat(found).containsExactlyInAnyOrder(ONE_JDK_ONLY.split("\n"));
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void everyClassOfTheTable_isWovenAndVerifies(Jdks jdk) throws IOException {
        WeaveLog log = new WeaveLog();
        Weaver weaver = Weaving.weaver(field -> true, log);
        List<String> problems = new ArrayList<>();
        int woven = 0;
        List<String> owners = new ArrayList<>(jdk.classNames("java"));
        owners.addAll(jdk.classNames("sun/nio/ch"));
        owners.addAll(jdk.classNames("jdk/internal/ref"));
        owners.addAll(jdk.classNames("jdk/internal/lang"));
        for (String owner : owners) {
            Optional<byte[]> classFile = jdk.classFile(owner);
            byte[] result = Weaving.weave(weaver, null, owner, classFile.orElseThrow());
            if (result != null) {
                woven++;
                problems.addAll(Weaving.problems(result));
            }
        }
        assertThat(problems).isEmpty();
        assertThat(log.notWeavable()).isEmpty();
        assertThat(woven).isGreaterThan(60);
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void argumentsUsedAtTheEnd_areNotOverwritten(Jdks jdk) throws IOException {
        List<String> overwritten = new ArrayList<>();
        for (Rule rule : TABLE.rules()) {
            if (rule.at() == At.ENTRY
                    || !(rule.key() instanceof Key.Argument || rule.key() instanceof Key.ArgumentOf)) {
                continue;
            }
            for (Matched method : matches(jdk, rule)) {
                if (method.overwritesAnArgument) {
                    overwritten.add(rule + " in " + method.name);
                }
            }
        }
        assertThat(overwritten).isEmpty();
    }

    private static List<Matched> matches(Jdks jdk, Rule rule) throws IOException {
        List<Matched> matched = new ArrayList<>();
        Optional<byte[]> classFile = jdk.classFile(rule.owner());
        if (classFile.isEmpty()) {
            return matched;
        }
        ClassVisitor collector = new ClassVisitor(Opcodes.ASM9) {
            @Override
            public @Nullable MethodVisitor visitMethod(
                    int access,
                    String name,
                    String descriptor,
                    @Nullable String signature,
                    String @Nullable [] exceptions) {
                boolean body = (access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE | Opcodes.ACC_BRIDGE)) == 0;
                if (body && rule.matches(name, descriptor) && RuleWeaver.applies(rule, access, descriptor)) {
                    Matched method = new Matched(access, name, descriptor);
                    matched.add(method);
                    return method;
                }
                return null;
            }
        };
        new ClassReader(classFile.get()).accept(collector, 0);
        boolean atCall = rule.at() == At.BEFORE_CALL || rule.at() == At.AFTER_CALL;
        matched.removeIf(method -> atCall && method.calls.stream().noneMatch(rule.callee()));
        return matched;
    }

    private static final class Matched extends MethodVisitor {
        final String name;
        final List<String> calls = new ArrayList<>();
        boolean overwritesAnArgument;
        private final int argumentWords;

        Matched(int access, String name, String descriptor) {
            super(Opcodes.ASM9);
            this.name = name + descriptor;
            int words = (access & Opcodes.ACC_STATIC) != 0 ? 0 : 1;
            for (Type argument : Type.getArgumentTypes(descriptor)) {
                words += argument.getSize();
            }
            this.argumentWords = words;
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String method, String descriptor, boolean isInterface) {
            calls.add(method);
        }

        @Override
        public void visitVarInsn(int opcode, int slot) {
            overwritesAnArgument |= opcode == Opcodes.ASTORE && slot < argumentWords;
        }
    }
}
