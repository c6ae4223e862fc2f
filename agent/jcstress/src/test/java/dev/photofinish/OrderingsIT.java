package dev.photofinish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openjdk.jcstress.Options;
import org.openjdk.jcstress.infra.Status;
import org.openjdk.jcstress.infra.TestInfo;
import org.openjdk.jcstress.infra.collectors.TestResult;
import org.openjdk.jcstress.infra.grading.GradingResult;
import org.openjdk.jcstress.infra.runners.ForkedTestConfig;
import org.openjdk.jcstress.infra.runners.Runner;
import org.openjdk.jcstress.infra.runners.TestConfig;
import org.openjdk.jcstress.infra.runners.TestList;
import org.openjdk.jcstress.os.AffinityMode;
import org.openjdk.jcstress.os.SchedulingClass;
import org.openjdk.jcstress.vm.CompileMode;

/**
 * Every case for a moment, in this JVM and with jcstress's own runner and grading. Its harness, which starts a JVM for each case and
 * twenty more to see what the JVM can do, is for {@code HarnessIT}.
 */
class OrderingsIT {
    private static final Path REPORT = Path.of(System.getProperty("photofinish.module"), "target", "orderings.txt");
    private static final String[] OPTIONS = {
        "-m",
        "quick",
        "-iters",
        "1",
        "-time",
        "200",
        "-spinStyle",
        "THREAD_YIELD",
        "-strideSize",
        "16",
        "-strideCount",
        "16",
        "-hs",
        "256",
        "-c",
        "2"
    };

    static Collection<String> cases() {
        return new TreeSet<>(TestList.tests());
    }

    @BeforeAll
    static void beginReport() throws IOException {
        Files.writeString(REPORT, "");
    }

    @Test
    void cases_ofEveryClassAreListed() {
        assertThat(cases()).filteredOn(name -> name.endsWith("Rejected")).hasSize(8);
        assertThat(cases()).filteredOn(name -> !name.endsWith("Rejected")).hasSize(20);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void case_hasNoForbiddenOutcome(String name) throws Exception {
        TestResult result = run(TestList.getInfo(name));
        write(name, result);
        assertThat(result.status()).as("%s", result.getMessages()).isEqualTo(Status.NORMAL);
        assertThat(result.getTotalCount()).isPositive();
        assertThat(result.grading().failureMessages).isEmpty();
        assertThat(result.grading().isPassed).isTrue();
    }

    private static TestResult run(TestInfo info) throws Exception {
        Options options = new Options(OPTIONS);
        assertThat(options.parse()).isTrue();
        SchedulingClass anywhere = new SchedulingClass(AffinityMode.NONE, info.threads(), null);
        TestConfig config = new TestConfig(options, info, 0, List.of(), CompileMode.UNIFIED, anywhere);
        Constructor<?> runner = Class.forName(info.generatedRunner()).getConstructor(ForkedTestConfig.class);
        TestResult result = ((Runner<?>) runner.newInstance(new ForkedTestConfig(config))).run();
        result.setConfig(config);
        return result;
    }

    private static void write(String name, TestResult result) throws IOException {
        StringBuilder text = new StringBuilder(name).append('\n');
        for (GradingResult outcome : result.grading().gradingResults.values()) {
            text.append(String.format("%22s %,13d  %s%n", outcome.id, outcome.count, outcome.expect));
        }
        Files.writeString(REPORT, text.append('\n'), StandardOpenOption.APPEND);
    }
}
