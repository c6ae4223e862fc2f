package dev.photofinish.analyzer.serve;

import dev.photofinish.analyzer.http.HttpOptions;
import dev.photofinish.analyzer.http.HttpOptions.Tokens;
import dev.photofinish.analyzer.ingest.IngestOptions;
import dev.photofinish.analyzer.metrics.AgentLiveness;
import dev.photofinish.analyzer.serve.OptionSources.Given;
import dev.photofinish.analyzer.suppress.SuppressionException;
import dev.photofinish.analyzer.suppress.Suppressions;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The checked options of {@code serve}.
 *
 * @param dataDir database and spool
 * @param retention what was not seen for so long is forgotten
 */
public record ServeOptions(
        HttpOptions http, Path dataDir, IngestOptions ingest, AgentLiveness liveness, Duration retention) {
    private static final Pattern ADDRESS = Pattern.compile("(\\[[0-9a-fA-F:.%]+]|[^\\[\\]:\\s]+):(\\d{1,5})");
    private static final Pattern TOKEN = Pattern.compile("[\\p{Graph}]*");
    private static final int MAX_PORT = 65_535;
    private static final String DEFAULT_LISTEN = "127.0.0.1:9464";
    private static final String DEFAULT_DATA_DIR = "photofinish-data";
    private static final int DEFAULT_SILENT_SECONDS = 60;
    private static final int DEFAULT_RETENTION_DAYS = 30;

    /**
     * Reads and checks the options; of two values for one key the environment's wins over the system property's, and that
     * over the file's.
     *
     * @throws OptionsException naming the key, what was expected and what was found
     */
    public static ServeOptions read(Map<String, String> environment, Properties properties, @Nullable Path file) {
        OptionSources sources = OptionSources.read(environment, properties, file);
        Duration idle = seconds(sources, ServeKey.INSTANCE_IDLE_SECONDS, IngestOptions.DEFAULT.instanceIdle());
        Duration silent = seconds(sources, ServeKey.AGENT_SILENT_SECONDS, Duration.ofSeconds(DEFAULT_SILENT_SECONDS));
        if (silent.compareTo(idle) > 0) {
            throw new OptionsException("agentSilentSeconds: expected at most instanceIdleSeconds, which is "
                    + idle.toSeconds() + ", found " + silent.toSeconds());
        }
        return new ServeOptions(
                http(sources),
                dataDir(sources),
                ingest(sources, idle),
                new AgentLiveness(silent, idle),
                Duration.ofDays(number(sources, ServeKey.RETENTION_DAYS, DEFAULT_RETENTION_DAYS)));
    }

    private static HttpOptions http(OptionSources sources) {
        Given listen = sources.get(ServeKey.LISTEN);
        Matcher address = ADDRESS.matcher(listen == null ? DEFAULT_LISTEN : listen.value());
        if (!address.matches() || Integer.parseInt(address.group(2)) > MAX_PORT) {
            throw wrong(ServeKey.LISTEN, listen);
        }
        Tokens tokens = new Tokens(
                token(sources, ServeKey.TOKEN_INGEST),
                token(sources, ServeKey.TOKEN_READ),
                token(sources, ServeKey.TOKEN_CONTROL));
        HttpOptions http = new HttpOptions(address.group(1), Integer.parseInt(address.group(2)), tokens);
        checkReach(http, flag(sources, ServeKey.ALLOW_INSECURE));
        return http;
    }

    /** Whoever can reach an address without a token may do everything: that is for this machine only, unless asked for. */
    private static void checkReach(HttpOptions http, boolean allowInsecure) {
        List<String> missing = new ArrayList<>();
        if (http.tokens().ingest().isEmpty()) {
            missing.add(ServeKey.TOKEN_INGEST.key());
        }
        if (http.tokens().read().isEmpty()) {
            missing.add(ServeKey.TOKEN_READ.key());
        }
        if (http.tokens().control().isEmpty()) {
            missing.add(ServeKey.TOKEN_CONTROL.key());
        }
        if (!missing.isEmpty() && !allowInsecure && !loopback(http.host())) {
            throw new OptionsException("listen: other machines can reach " + http.host() + ", so set "
                    + String.join(", ", missing) + ", or allowInsecure=true if everybody there may read and write");
        }
    }

    private static boolean loopback(String host) {
        try {
            return Arrays.stream(InetAddress.getAllByName(host)).allMatch(InetAddress::isLoopbackAddress);
        } catch (UnknownHostException e) {
            throw new OptionsException("listen: expected the name or address of this machine, found " + host);
        }
    }

    private static Path dataDir(OptionSources sources) {
        Given given = sources.get(ServeKey.DATA_DIR);
        if (given == null) {
            return Path.of(DEFAULT_DATA_DIR);
        }
        try {
            if (!given.value().isEmpty()) {
                return Path.of(given.value());
            }
        } catch (InvalidPathException e) {
            throw wrong(ServeKey.DATA_DIR, given);
        }
        throw wrong(ServeKey.DATA_DIR, given);
    }

    private static IngestOptions ingest(OptionSources sources, Duration idle) {
        IngestOptions absent = IngestOptions.DEFAULT;
        IngestOptions options = new IngestOptions(
                (int) number(sources, ServeKey.MAX_CHUNK_BYTES, absent.maxChunkBytes()),
                number(sources, ServeKey.QUEUE_MAX_BYTES, absent.queueMaxBytes()),
                (int) number(sources, ServeKey.ANALYSIS_THREADS, absent.analysisThreads()),
                seconds(sources, ServeKey.GAP_WAIT_SECONDS, absent.gapWait()),
                (int) number(sources, ServeKey.GAP_CHUNKS, absent.gapChunks()),
                idle,
                (int) number(sources, ServeKey.MAX_INSTANCES, absent.maxInstances()),
                suppressions(sources));
        if (options.queueMaxBytes() < options.maxChunkBytes()) {
            throw new OptionsException("queueMaxBytes: expected at least maxChunkBytes, which is "
                    + options.maxChunkBytes() + ", found " + options.queueMaxBytes());
        }
        return options;
    }

    private static Suppressions suppressions(OptionSources sources) {
        Given given = sources.get(ServeKey.SUPPRESSIONS);
        if (given == null) {
            return Suppressions.NONE;
        }
        try {
            return Suppressions.read(Path.of(given.value()));
        } catch (InvalidPathException e) {
            throw wrong(ServeKey.SUPPRESSIONS, given);
        } catch (SuppressionException e) {
            throw new OptionsException(ServeKey.SUPPRESSIONS.key() + ": " + e.getMessage());
        }
    }

    private static String token(OptionSources sources, ServeKey key) {
        Given given = sources.get(key);
        if (given == null) {
            return "";
        }
        if (!TOKEN.matcher(given.value()).matches()) {
            throw wrong(key, given);
        }
        return given.value();
    }

    private static boolean flag(OptionSources sources, ServeKey key) {
        Given given = sources.get(key);
        if (given == null || given.value().equals("false")) {
            return false;
        }
        if (!given.value().equals("true")) {
            throw wrong(key, given);
        }
        return true;
    }

    private static Duration seconds(OptionSources sources, ServeKey key, Duration absent) {
        return Duration.ofSeconds(number(sources, key, absent.toSeconds()));
    }

    private static long number(OptionSources sources, ServeKey key, long absent) {
        Given given = sources.get(key);
        if (given == null) {
            return absent;
        }
        if (given.value().matches("\\d{1,18}")) {
            long number = Long.parseLong(given.value());
            if (key.allows(number)) {
                return number;
            }
        }
        throw wrong(key, given);
    }

    private static OptionsException wrong(ServeKey key, @Nullable Given given) {
        if (given == null) {
            return new OptionsException(key.key() + ": the default is wrong");
        }
        String found = key.secret() ? "something else" : '"' + given.value() + '"';
        return new OptionsException(
                key.key() + " (" + given.where() + "): expected " + key.expected() + ", found " + found);
    }
}
