package dev.photofinish.overhead;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** {@code Table --pairs 10 --seconds 30 --workloads h2,caffeine ...}: measures, and writes the page anew after each pair. */
public final class Table {
    private final Settings settings;
    private final Run run;
    private final Page page;
    private final PrintStream log;

    private Table(Settings settings, Page page, PrintStream log) {
        this.settings = settings;
        this.run = new Run(settings.built(), settings);
        this.page = page;
        this.log = log;
    }

    /** To be run from the root of the repository, after {@code mvn package}, on a quiet machine. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        measure(System.out, arguments);
    }

    static List<Result> measure(PrintStream log, String... arguments) throws IOException, InterruptedException {
        Settings settings = Settings.parse(arguments);
        // What they say is in every JVM that is measured.
        String tools = System.getenv("JAVA_TOOL_OPTIONS");
        String command = (tools == null ? "" : "JAVA_TOOL_OPTIONS='" + tools + "' ")
                + "java -cp agent/overhead/target/classes dev.photofinish.overhead.Table "
                + String.join(" ", arguments);
        Page page = new Page(settings, Machine.read(settings.built().root()), command.strip());
        return new Table(settings, page, log).measure();
    }

    /** All rows have their first pair before any has its second: what changes on the machine meanwhile is spread over all. */
    private List<Result> measure() throws IOException, InterruptedException {
        List<Result> results = new ArrayList<>();
        for (Workload workload : settings.workloads()) {
            for (Jdk jdk : settings.jdks()) {
                settings.rows().forEach(row -> results.add(new Result(workload, jdk, row)));
            }
        }
        for (int pair = 1; pair <= settings.pairs(); pair++) {
            if (settings.inSlices()) {
                inSlices(pair, results);
                continue;
            }
            for (Result result : results) {
                if (result.failure().isEmpty()) {
                    log.printf(
                            "pair %d: %s on JDK %s, %s%n",
                            pair,
                            result.workload().key(),
                            result.jdk().version(),
                            result.row().title());
                    add(result);
                    Files.writeString(settings.output(), page.text(results, Machine.loadNow()), StandardCharsets.UTF_8);
                }
            }
        }
        return results;
    }

    /** One JVM without an agent is in the pair of each row. */
    private void inSlices(int pair, List<Result> results) throws IOException, InterruptedException {
        for (Workload workload : settings.workloads()) {
            for (Jdk jdk : settings.jdks()) {
                List<Result> rows = results.stream()
                        .filter(result -> result.workload() == workload
                                && result.jdk().equals(jdk)
                                && result.failure().isEmpty())
                        .toList();
                if (rows.isEmpty()) {
                    continue;
                }
                log.printf("set %d: %s on JDK %s%n", pair, workload.key(), jdk.version());
                addInSlices(workload, jdk, rows);
                Files.writeString(settings.output(), page.text(results, Machine.loadNow()), StandardCharsets.UTF_8);
            }
        }
    }

    private void addInSlices(Workload workload, Jdk jdk, List<Result> results)
            throws IOException, InterruptedException {
        List<Row> rows = new ArrayList<>(List.of(Row.NONE));
        results.forEach(result -> rows.add(result.row()));
        try {
            // Which is started first is drawn: the first of a set was the slowest in most sets, whatever it was.
            List<Integer> order = new ArrayList<>();
            for (int i = 0; i < rows.size(); i++) {
                order.add(i);
            }
            Collections.shuffle(order);
            List<Sample> samples =
                    run.inSlices(jdk, workload, order.stream().map(rows::get).toList());
            Sample plain = samples.get(order.indexOf(0));
            for (int i = 0; i < results.size(); i++) {
                results.get(i).pairs().add(new Pair(plain, samples.get(order.indexOf(i + 1))));
            }
        } catch (RunFailedException failed) {
            log.println(failed.getMessage());
            results.forEach(result -> result.fail(String.valueOf(failed.getMessage())));
        }
    }

    private void add(Result result) throws IOException, InterruptedException {
        try {
            Sample plain = run.of(result.jdk(), result.workload(), Row.NONE);
            Sample with = run.of(result.jdk(), result.workload(), result.row());
            result.pairs().add(new Pair(plain, with));
        } catch (RunFailedException failed) {
            log.println(failed.getMessage());
            result.fail(String.valueOf(failed.getMessage()));
        }
    }
}
