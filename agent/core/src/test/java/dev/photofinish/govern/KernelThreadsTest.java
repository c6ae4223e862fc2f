package dev.photofinish.govern;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KernelThreadsTest {
    private static final long SECOND = 1_000_000_000L;

    @TempDir
    private Path tasks;

    @Test
    void cpuNanos_isOfTheCompilersAlone() throws IOException {
        task(1, "java", 900);
        task(2, "C1 CompilerThre", 20);
        task(3, "C2 CompilerThre", 300);
        assertThat(KernelThreads.compilers(tasks).cpuNanos(0)).hasValue(320);
    }

    @Test
    void compilerThatComesLater_isFound_andWhatOneHadUsedThatIsGoneStays() throws IOException {
        KernelThreads compilers = KernelThreads.compilers(tasks);
        task(2, "C2 CompilerThre", 20);
        assertThat(compilers.cpuNanos(0)).hasValue(20);
        task(3, "C2 CompilerThre", 7);
        Files.delete(tasks.resolve("2/schedstat"));
        assertThat(compilers.cpuNanos(SECOND)).hasValue(20);
        assertThat(compilers.cpuNanos(6 * SECOND)).hasValue(27);
    }

    @Test
    void kernelThatDoesNotTell_isNoNumber() throws IOException {
        assertThat(KernelThreads.compilers(tasks.resolve("none")).cpuNanos(0)).isEmpty();
        assertThat(KernelThreads.compilers(tasks).cpuNanos(0))
                .as("no compilers")
                .isEmpty();
        task(2, "C2 CompilerThre", 20);
        Files.writeString(tasks.resolve("2/schedstat"), "?");
        assertThat(KernelThreads.compilers(tasks).cpuNanos(0)).isEmpty();
    }

    @Test
    void thisProcess_hasCompilers() {
        assertThat(KernelThreads.compilers().cpuNanos(0).orElse(-1)).isPositive();
    }

    @Test
    void thisProcess_hasAThreadForOperations() {
        System.gc();
        assertThat(KernelThreads.operations().cpuNanos(0).orElse(-1)).isPositive();
    }

    private void task(int number, String name, long nanos) throws IOException {
        Path task = Files.createDirectories(tasks.resolve(Integer.toString(number)));
        Files.writeString(task.resolve("comm"), name + "\n");
        Files.writeString(task.resolve("schedstat"), nanos + " 5 6\n");
    }
}
