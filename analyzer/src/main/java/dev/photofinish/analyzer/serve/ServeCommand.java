package dev.photofinish.analyzer.serve;

import io.micrometer.core.instrument.Clock;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code serve}: runs until the process is told to end. */
@Command(
        name = "serve",
        description = "Takes chunks from agents over HTTP and shows what they contain.",
        mixinStandardHelpOptions = true)
public final class ServeCommand implements Callable<Integer> {
    private static final int UNUSABLE = 2;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Properties file. Environment PHOTOFINISH_ANALYZER_* and system properties"
                    + " photofinish.analyzer.* win over it.")
    private @Nullable Path config;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter err = spec.commandLine().getErr();
        try {
            ServeOptions options = ServeOptions.read(System.getenv(), System.getProperties(), config);
            PrometheusMeterRegistry registry =
                    new PrometheusMeterRegistry(PrometheusConfig.DEFAULT, new PrometheusRegistry(), Clock.SYSTEM);
            try (AnalyzerServer server = AnalyzerServer.start(options, InstantSource.system(), registry)) {
                Runtime.getRuntime().addShutdownHook(new Thread(server::close, "photofinish-stop"));
                announce(spec.commandLine().getOut(), server.address());
                new CountDownLatch(1).await();
            }
            return 0;
        } catch (OptionsException | StartException e) {
            err.println("photofinish-analyzer: " + e.getMessage());
            err.flush();
            return UNUSABLE;
        }
    }

    private static void announce(PrintWriter out, String address) {
        out.println("Photofinish analyzer " + AnalyzerServer.version() + ": page " + address + "/  metrics " + address
                + "/metrics  findings " + address + "/api/v1/findings");
        out.flush();
    }
}
