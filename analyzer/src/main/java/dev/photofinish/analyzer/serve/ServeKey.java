package dev.photofinish.analyzer.serve;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The options of {@code serve}: the key of each, as the properties file has it, and what is expected. An API. */
enum ServeKey {
    LISTEN("listen", "host:port"),
    DATA_DIR("dataDir", "a directory"),
    TOKEN_INGEST("token.ingest", "printable characters without spaces"),
    TOKEN_READ("token.read", "printable characters without spaces"),
    TOKEN_CONTROL("token.control", "printable characters without spaces"),
    ALLOW_INSECURE("allowInsecure", "true or false"),
    MAX_CHUNK_BYTES("maxChunkBytes", 65_536, 1_073_741_824),
    QUEUE_MAX_BYTES("queueMaxBytes", 65_536, 1_099_511_627_776L),
    ANALYSIS_THREADS("analysisThreads", 1, 256),
    GAP_WAIT_SECONDS("gapWaitSeconds", 0, 3_600),
    GAP_CHUNKS("gapChunks", 1, 10_000),
    INSTANCE_IDLE_SECONDS("instanceIdleSeconds", 10, 86_400),
    MAX_INSTANCES("maxInstances", 1, 100_000),
    AGENT_SILENT_SECONDS("agentSilentSeconds", 10, 86_400),
    RETENTION_DAYS("retentionDays", 1, 3_650),
    SUPPRESSIONS("suppressions", "a file of suppressions");

    static final String ENVIRONMENT_PREFIX = "PHOTOFINISH_ANALYZER_";
    static final String PROPERTY_PREFIX = "photofinish.analyzer.";

    private final String key;
    private final String expected;
    private final long min;
    private final long max;

    ServeKey(String key, String expected) {
        this.key = key;
        this.expected = expected;
        this.min = 0;
        this.max = 0;
    }

    ServeKey(String key, long min, long max) {
        this.key = key;
        this.expected = "a number from " + min + " to " + max;
        this.min = min;
        this.max = max;
    }

    String key() {
        return key;
    }

    String expected() {
        return expected;
    }

    boolean allows(long number) {
        return number >= min && number <= max;
    }

    /** The variable that sets it: {@code maxChunkBytes} is {@code PHOTOFINISH_ANALYZER_MAX_CHUNK_BYTES}. */
    String variable() {
        String snake = key.replaceAll("([A-Z])", "_$1").replace('.', '_');
        return ENVIRONMENT_PREFIX + snake.toUpperCase(Locale.ROOT);
    }

    boolean secret() {
        return this == TOKEN_INGEST || this == TOKEN_READ || this == TOKEN_CONTROL;
    }

    static Optional<ServeKey> ofKey(String key) {
        return Arrays.stream(values()).filter(known -> known.key.equals(key)).findFirst();
    }

    static Optional<ServeKey> ofVariable(String variable) {
        return Arrays.stream(values())
                .filter(known -> known.variable().equals(variable))
                .findFirst();
    }

    static String allKeys() {
        return Arrays.stream(values()).map(ServeKey::key).collect(Collectors.joining(", "));
    }
}
