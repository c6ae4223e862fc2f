package dev.photofinish.analyzer.contention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.photofinish.analyzer.analysis.InstanceAnalysis;
import dev.photofinish.analyzer.finding.Contention;
import dev.photofinish.analyzer.finding.Contention.Holder;
import dev.photofinish.analyzer.finding.Frame;
import dev.photofinish.analyzer.finding.WaitKind;
import dev.photofinish.analyzer.fixture.ChildJvm;
import dev.photofinish.analyzer.fixture.Chunks;
import dev.photofinish.analyzer.fixture.Collected;
import dev.photofinish.analyzer.fixture.ContentionProgram;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Threads that really wait, for locks and for other things, recorded by the JVM. */
class RecordedContentionTest {
    @Test
    void analysis_ofThisJvm_tellsLocksFromOtherWaits(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("this.jfr");
        ContentionProgram.main(new String[] {file.toString()});
        check(file);
    }

    @Test
    void analysis_ofJdk25_tellsLocksFromOtherWaits(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("jdk25.jfr");
        ChildJvm.run(ChildJvm.jdk25(), ContentionProgram.class, file.toString());
        check(file);
    }

    /** Recorded of {@code recordings/Waits.java.txt} by JVMs that the agent does not run on, with the settings that come with them. */
    @ParameterizedTest
    @ValueSource(ints = {8, 11})
    void analysis_ofAnOldJdk_tellsLocksFromOtherWaits(int jdk, @TempDir Path directory) throws Exception {
        Path file = directory.resolve("old.jfr");
        try (InputStream recorded = new GZIPInputStream(
                RecordedContentionTest.class.getResourceAsStream("/recordings/jdk" + jdk + ".jfr.gz"))) {
            Files.copy(recorded, file);
        }
        Collected found = analysed(file);
        assertThat(found.contention)
                .extracting(
                        Contention::lockClass,
                        Contention::kind,
                        row -> row.site().replaceAll(":.*", ""))
                .containsExactlyInAnyOrder(
                        tuple("java.lang.Object", "monitor", "Waits.inMonitor"),
                        tuple("java.util.concurrent.locks.ReentrantLock", "lock", "Waits.inLock"),
                        tuple("java.util.concurrent.LinkedBlockingQueue", "queue", "Waits.lambda$start$0"),
                        tuple("java.util.concurrent.CountDownLatch", "latch", "Waits.lambda$start$0"),
                        tuple("java.lang.Thread", "object-wait", "Waits.main"));
        checkLambdas(found);
    }

    private static Collected analysed(Path file) throws Exception {
        Collected found = new Collected();
        InstanceAnalysis analysis = new InstanceAnalysis("i", found);
        for (ByteBuffer chunk : Chunks.of(file)) {
            analysis.accept(chunk);
        }
        return found;
    }

    private static void check(Path file) throws Exception {
        Collected found = analysed(file);
        assertThat(found.chunks)
                .anySatisfy(chunk -> assertThat(chunk.eventsByType()).containsKey("jdk.JavaMonitorWait"));
        // Two threads of the program may come to a class for the first time at once: that wait is not among those told
        // here.
        List<Contention> all = found.contention.stream()
                .filter(row -> row.site().startsWith(ContentionProgram.class.getName()))
                .filter(row -> !row.kind().equals("class-initialization"))
                .toList();
        List<String> contended = WaitKind.labels(true);
        List<Contention> ours =
                all.stream().filter(row -> contended.contains(row.kind())).toList();
        assertThat(all.stream().filter(row -> !contended.contains(row.kind())))
                .extracting(Contention::lockClass, Contention::kind)
                .contains(
                        tuple("java.util.concurrent.LinkedBlockingQueue", "queue"),
                        tuple("java.util.concurrent.CountDownLatch", "latch"),
                        tuple("java.util.concurrent.FutureTask", "future"),
                        tuple("java.util.concurrent.locks.AbstractQueuedSynchronizer$ConditionObject", "condition"),
                        tuple("java.lang.Object", "object-wait"));
        assertThat(found.contention).extracting(Contention::kind).contains("pool-idle");
        // A thread that is signalled before its signaller gives the lock back (a queue's or the program's own)
        // waits for that lock once more: a second row of a ReentrantLock, rare and true.
        assertThat(ours.stream().map(row -> tuple(row.lockClass(), row.kind())).distinct())
                .containsExactlyInAnyOrder(
                        tuple(ContentionProgram.class.getName() + "$Monitor", "monitor"),
                        tuple("java.util.concurrent.locks.ReentrantLock", "lock"),
                        tuple("java.util.concurrent.locks.ReentrantReadWriteLock", "lock"),
                        tuple("java.util.concurrent.Semaphore", "lock"));
        Contention monitor = ours.stream()
                .filter(row -> row.kind().equals("monitor"))
                .findFirst()
                .orElseThrow();
        assertThat(monitor.site()).contains(".enterMonitor");
        assertThat(monitor.holders()).extracting(Holder::thread).containsExactly("holder");
        assertThat(ours).allSatisfy(row -> {
            assertThat(row.waits()).isPositive();
            assertThat(row.contendedNanos()).isPositive().isLessThanOrEqualTo(row.waitNanos());
            assertThat(row.waitNanos()).isPositive().isGreaterThanOrEqualTo(row.maxWaitNanos());
            assertThat(row.stack()).isNotEmpty();
            assertThat(row.source()).isEqualTo("jfr");
        });
        checkLambdas(found);
    }

    /** Each JDK numbers the classes that it makes of lambdas in its own way, and otherwise in each run. */
    private static void checkLambdas(Collected found) {
        assertThat(found.contention)
                .flatExtracting(Contention::stack)
                .extracting(Frame::className)
                .anyMatch(name -> name.endsWith("$$Lambda"))
                .noneMatch(name -> name.matches(".*(Lambda\\$\\d|0x\\p{XDigit}|[./]\\d+$).*"));
    }
}
