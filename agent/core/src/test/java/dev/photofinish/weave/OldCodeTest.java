package dev.photofinish.weave;

import static org.assertj.core.api.Assertions.assertThat;

import dev.photofinish.site.ClassFiles;
import dev.photofinish.site.FieldInfo;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

final class OldCodeTest {
    /** Methods with loops, as they were before the weaving. */
    @SuppressWarnings("UnusedVariable") // written to synchronize
    static final class Looping {
        volatile boolean begun;
        volatile int told;
        final Object other = new Object();
        final List<String> list = List.of();

        void before() {}

        void step() {}

        void after() {}

        boolean goesOn() {
            return false;
        }

        void synchronizesOutside() {
            begun = true;
            before();
            try {
                while (goesOn()) {
                    step();
                }
            } finally {
                synchronized (other) {
                    after();
                }
            }
        }

        void synchronizesInside() {
            while (goesOn()) {
                step();
                synchronized (other) {
                    after();
                }
            }
        }

        void writesInHandler() {
            while (goesOn()) {
                try {
                    step();
                } catch (IllegalStateException e) {
                    begun = false;
                }
            }
        }

        void reads() {
            while (goesOn()) {
                if (told > 0) {
                    step();
                }
            }
        }

        @SuppressWarnings("NonAtomicVolatileUpdate")
        void counts(Looping next) {
            while (goesOn()) {
                step();
                told++;
                next.told += 2;
            }
        }

        @SuppressWarnings("NonAtomicVolatileUpdate")
        int countsAndAnswers() {
            int last = 0;
            while (goesOn()) {
                step();
                last = ++told;
            }
            return last;
        }

        void copies(Looping other) {
            while (goesOn()) {
                step();
                told = other.told + 1;
            }
        }

        void locksItself() {
            while (goesOn()) {
                step();
                synchronized (this) {
                    after();
                }
            }
        }

        void locksAnother() {
            while (goesOn()) {
                step();
                synchronized (list) {
                    after();
                }
            }
        }

        void locksWhatItIsGiven(Looping given) {
            while (goesOn()) {
                step();
                synchronized (given) {
                    after();
                }
            }
        }

        void locksOneOfTwo() {
            while (goesOn()) {
                step();
                synchronized (goesOn() ? other : list) {
                    after();
                }
            }
        }

        void waitsForAnother() throws InterruptedException {
            synchronized (list) {
                while (goesOn()) {
                    step();
                    list.wait(1);
                }
            }
        }

        void waits() throws InterruptedException {
            while (goesOn()) {
                step();
                wait(1);
            }
        }

        synchronized void holds() {
            while (goesOn()) {
                step();
            }
        }

        boolean isAlive() {
            return true;
        }

        void asksAnother(Looping looping) {
            while (looping.isAlive()) {
                step();
            }
        }

        void asks(Thread thread) {
            while (thread.isAlive()) {
                step();
            }
        }
    }

    private static final String LOOPING = Looping.class.getName();
    private static final String QUEUE = "java.util.concurrent.LinkedBlockingQueue";

    private final StaleMethods stale = new StaleMethods();

    @Test
    void whatComesBeforeAndAfterALoop_isNotRunInIt() {
        weave();
        int inside = lineOf("synchronizesOutside", "step");
        assertThat(between("synchronizesOutside", inside, inside).releases()).isFalse();
        assertThat(between("synchronizesOutside", inside, inside).ordersOthers())
                .isFalse();
    }

    @Test
    void whatComesAfterALoop_isRunByWhoHasLeftIt() {
        weave();
        int inside = lineOf("synchronizesOutside", "step");
        assertThat(between("synchronizesOutside", inside, OldCode.LEFT).monitors())
                .containsExactly("java.lang.Object");
        assertThat(between("synchronizesOutside", inside, lineOf("synchronizesOutside", "after"))
                        .monitors())
                .containsExactly("java.lang.Object");
    }

    @Test
    void whatComesBeforeALoop_isRunByWhoStoodBeforeIt() {
        weave();
        int before = lineOf("synchronizesOutside", "before") - 1;
        assertThat(between("synchronizesOutside", before, lineOf("synchronizesOutside", "step"))
                        .volatileWrites())
                .extracting(FieldInfo::name)
                .containsExactly("begun");
    }

    @Test
    void whatStandsInALoop_isRunInIt() {
        weave();
        int inside = lineOf("synchronizesInside", "step");
        assertThat(between("synchronizesInside", inside, inside).monitors()).containsExactly("java.lang.Object");
        assertThat(inTheLoopOf("writesInHandler").volatileWrites())
                .extracting(FieldInfo::name)
                .containsExactly("begun");
    }

    @Test
    void monitors_areOfTheTypesThatTheCodeGives() {
        weave();
        assertThat(inTheLoopOf("locksItself").monitors()).containsExactly(LOOPING);
        assertThat(inTheLoopOf("locksAnother").monitors()).containsExactly("java.util.List");
        assertThat(inTheLoopOf("locksWhatItIsGiven").monitors()).containsExactly("java.lang.Object");
        assertThat(inTheLoopOf("locksOneOfTwo").monitors()).containsExactly("java.lang.Object");
    }

    @Test
    void whoWaits_letsGoOfWhatTheMethodHasTaken() {
        weave();
        Unseen unseen = inTheLoopOf("waitsForAnother");
        assertThat(unseen.releases()).isFalse();
        assertThat(unseen.monitors()).containsExactly("java.util.List");
    }

    @Test
    void whoWaitsForWhatItsCallerHolds_isNotOverlooked() {
        weave();
        assertThat(inTheLoopOf("waits").releases()).isTrue();
    }

    @Test
    void updateWhoseValueNobodyUses_writesAlone() {
        weave();
        Unseen unseen = inTheLoopOf("counts");
        assertThat(unseen.releases()).isFalse();
        assertThat(unseen.volatileReads()).isEmpty();
        assertThat(unseen.volatileWrites()).extracting(FieldInfo::name).containsExactly("told");
        assertThat(stale.find(LOOPING, "counts"))
                .isNotNull()
                .satisfies(all -> assertThat(all.volatileReads()).isEmpty());
    }

    @Test
    void updateWhoseValueIsUsed_reads() {
        weave();
        assertThat(inTheLoopOf("countsAndAnswers").volatileReads())
                .extracting(FieldInfo::name)
                .containsExactly("told");
    }

    @Test
    void valueOfAnotherObject_isNoUpdate() {
        weave();
        assertThat(inTheLoopOf("copies").volatileReads())
                .extracting(FieldInfo::name)
                .containsExactly("told");
    }

    private Unseen inTheLoopOf(String method) {
        int inside = lineOf(method, "step");
        return between(method, inside, inside);
    }

    @Test
    void volatileFieldThatALoopReads_isKnown() {
        weave();
        int inside = lineOf("reads", "step");
        Unseen unseen = between("reads", inside, inside);
        assertThat(unseen.releases()).isFalse();
        assertThat(unseen.volatileReads()).extracting(FieldInfo::name).containsExactly("told");
    }

    @Test
    void synchronizedMethod_releasesWhenItIsLeft() {
        weave();
        int inside = lineOf("holds", "step");
        assertThat(between("holds", inside, inside).ordersOthers()).isFalse();
        assertThat(between("holds", inside, OldCode.LEFT).monitors()).containsExactly(LOOPING);
    }

    @Test
    void endOfAThreadThatALoopAsksFor_isNotOverlooked() {
        weave();
        int inside = lineOf("asks", "step");
        assertThat(between("asks", inside, inside).releases()).isTrue();
    }

    @Test
    void somethingElseThatIsAlive_isNoThread() {
        weave();
        Unseen unseen = inTheLoopOf("asksAnother");
        assertThat(unseen.releases()).isFalse();
        assertThat(unseen.ordersOthers()).isFalse();
    }

    @Test
    void unknownLine_tellsNothing() {
        weave();
        assertThat(stale.between(LOOPING, "reads", -1, OldCode.LEFT)).isNull();
        assertThat(stale.between(LOOPING, "reads", lineOf("holds", "step"), OldCode.LEFT))
                .isNull();
    }

    @Test
    void codeThatWasNotExpected_tellsNothing() {
        transform(Looping.class);
        assertThat(stale.between(LOOPING, "reads", lineOf("reads", "step"), OldCode.LEFT))
                .isNull();
        assertThat(stale.find(LOOPING, "synchronizesInside")).isNotNull();
    }

    @Test
    void waitInTheJdk_concernsWhoHasLeftItAlone() throws ClassNotFoundException {
        stale.expect(Set.of(QUEUE));
        Class<?> queue = Class.forName(QUEUE);
        transform(queue);
        int waiting = lineOf(classFile(queue), "take", "await");
        Unseen still = stale.between(QUEUE, "take", waiting, waiting);
        Unseen left = stale.between(QUEUE, "take", waiting, OldCode.LEFT);
        assertThat(still).isNotNull();
        assertThat(still.releases()).isFalse();
        assertThat(left).isNotNull();
        assertThat(left.releases()).isTrue();
    }

    private Unseen between(String method, int from, int to) {
        Unseen unseen = stale.between(LOOPING, method, from, to);
        assertThat(unseen).as(method).isNotNull();
        return unseen == null ? Unseen.NOTHING : unseen;
    }

    private void weave() {
        stale.expect(Set.of(LOOPING));
        transform(Looping.class);
    }

    private void transform(Class<?> type) {
        Weaver weaver = Weaving.weaver(
                new Scope(List.of("**"), List.of()), new WeaveLog(), stale, field -> false, Weaving::asIs);
        String name = type.getName().replace('.', '/');
        assertThat(weaver.transform(null, type.getClassLoader(), name, type, null, classFile(type)))
                .isNotNull();
    }

    private static byte[] classFile(Class<?> type) {
        byte[] found = ClassFiles.read(type.getClassLoader(), type.getName().replace('.', '/'));
        assertThat(found).isNotNull();
        return found == null ? new byte[0] : found;
    }

    private static int lineOf(String method, String callee) {
        return lineOf(classFile(Looping.class), method, callee);
    }

    private static int lineOf(byte[] classFile, String name, String callee) {
        ClassNode type = new ClassNode();
        new ClassReader(classFile).accept(type, 0);
        for (MethodNode method : type.methods) {
            int line = -1;
            for (AbstractInsnNode instruction : method.instructions) {
                line = instruction instanceof LineNumberNode number ? number.line : line;
                if (method.name.equals(name)
                        && instruction instanceof MethodInsnNode call
                        && call.name.equals(callee)) {
                    return line;
                }
            }
        }
        throw new IllegalArgumentException("a call of " + callee + " expected in " + name);
    }
}
