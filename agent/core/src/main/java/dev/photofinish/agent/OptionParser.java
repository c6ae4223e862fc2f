package dev.photofinish.agent;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads the options: from the arguments, then the environment ({@code PHOTOFINISH_MODE}), then system properties ({@code
 * photofinish.mode}), then the file that {@code config} names. The first that has a key wins.
 */
public final class OptionParser {
    private static final Set<String> KEYS = new TreeSet<>(List.of(
            "analyzer",
            "budget",
            "config",
            "dir",
            "exclude",
            "include",
            "maxFields",
            "mode",
            "output",
            "service",
            "sleepFile",
            "spool",
            "token",
            "window"));
    private static final String PREFIX = "photofinish.";

    private final Map<String, String> values;

    /** Where values come from that are not from the arguments. */
    private final Map<String, String> sources;

    private OptionParser(Map<String, String> values, Map<String, String> sources) {
        this.values = values;
        this.sources = sources;
    }

    /** Parses {@code k=v,k=v}; a list in a value is separated by {@code ;}. */
    public static AgentOptions parse(
            @Nullable String arguments, Map<String, String> environment, Properties properties) {
        OptionParser parser = new OptionParser(new LinkedHashMap<>(arguments(arguments)), new HashMap<>());
        for (String key : KEYS) {
            String variable = "PHOTOFINISH_" + upper(key);
            parser.otherwise(key, environment.get(variable), "environment " + variable);
            parser.otherwise(key, properties.getProperty(PREFIX + key), "system property " + PREFIX + key);
        }
        String config = parser.values.get("config");
        if (config != null) {
            file(config).forEach((key, value) -> parser.otherwise(key, value, "file " + config));
        }
        return parser.options();
    }

    /**
     * Parses the arguments as far as that can be done outside the JVM that they are for, so that what is wrong is said before anything is
     * done there.
     */
    public static void check(@Nullable String arguments) {
        Map<String, String> values = arguments(arguments);
        values.remove("config");
        values.remove("output");
        new OptionParser(values, Map.of()).options();
    }

    private void otherwise(String key, @Nullable String value, String source) {
        if (value != null && values.putIfAbsent(key, value) == null) {
            sources.put(key, source);
        }
    }

    private OptionException expected(String key, String expected, String found) {
        String source = sources.get(key);
        return OptionException.expected(source == null ? key : key + " (" + source + ")", expected, found);
    }

    private static String upper(String key) {
        return key.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT);
    }

    private static Map<String, String> arguments(@Nullable String arguments) {
        Map<String, String> values = new LinkedHashMap<>();
        if (arguments == null || arguments.isBlank()) {
            return values;
        }
        for (String argument : arguments.split(",", -1)) {
            int equals = argument.indexOf('=');
            if (equals <= 0) {
                throw OptionException.expected(argument.isEmpty() ? "(empty)" : argument, "key=value", argument);
            }
            put(
                    values,
                    argument.substring(0, equals).strip(),
                    argument.substring(equals + 1).strip(),
                    "");
        }
        return values;
    }

    private static void put(Map<String, String> values, String key, String value, String where) {
        if (!KEYS.contains(key)) {
            throw new OptionException("unknown option " + key + where + ": expected one of " + String.join(", ", KEYS)
                    + ", found \"" + key + "=" + value + "\"");
        }
        if (value.isEmpty()) {
            throw OptionException.expected(key, "a value", value);
        }
        if (values.put(key, value) != null) {
            throw OptionException.expected(key, "it once", "it twice");
        }
    }

    private static Map<String, String> file(String name) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of(name))) {
            properties.load(reader);
        } catch (IOException e) {
            throw OptionException.expected("config", "a readable properties file", name + " (" + e + ")");
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (String key : properties.stringPropertyNames()) {
            put(values, key, properties.getProperty(key), " in " + name);
        }
        return values;
    }

    private AgentOptions options() {
        return new AgentOptions(
                mode(),
                list("include", List.of("**")),
                list("exclude", List.of()),
                analyzer(),
                values.getOrDefault("token", ""),
                output(),
                values.getOrDefault("service", defaultService()),
                budget(),
                (int) number("maxFields", 400, 1, 1_000_000),
                Duration.ofMillis(number("window", 100, 1, 10_000)),
                number("spool", 64L << 20, 1 << 20, 1L << 40),
                directory(),
                values.containsKey("sleepFile")
                        ? Path.of(values.get("sleepFile")).toAbsolutePath()
                        : directory().resolve("photofinish.sleep"));
    }

    private @Nullable Path output() {
        String found = values.get("output");
        if (found == null) {
            return null;
        }
        Path file = Path.of(found).toAbsolutePath();
        Path directory = file.getParent();
        if (directory == null || !Files.isWritable(directory) || Files.isDirectory(file)) {
            throw expected("output", "a file in a directory that exists and can be written to", found);
        }
        return file;
    }

    private Path directory() {
        return Path.of(values.getOrDefault("dir", System.getProperty("java.io.tmpdir")))
                .toAbsolutePath();
    }

    private AgentOptions.Mode mode() {
        String found = values.getOrDefault("mode", "window");
        return switch (found) {
            case "window" -> AgentOptions.Mode.WINDOW;
            case "full" -> AgentOptions.Mode.FULL;
            default -> throw expected("mode", "window or full", found);
        };
    }

    private List<String> list(String key, List<String> otherwise) {
        String found = values.get(key);
        if (found == null) {
            return otherwise;
        }
        List<String> patterns = new ArrayList<>();
        for (String pattern : found.split(";", -1)) {
            if (!pattern.matches("[\\w$.*]+")) {
                throw expected(key, "patterns such as com.acme.** separated by ;", found);
            }
            patterns.add(pattern);
        }
        return List.copyOf(patterns);
    }

    private @Nullable URI analyzer() {
        String found = values.get("analyzer");
        if (found == null) {
            return null;
        }
        try {
            URI uri = new URI(found);
            String scheme = uri.getScheme();
            if (uri.getHost() != null && ("http".equals(scheme) || "https".equals(scheme))) {
                return uri;
            }
        } catch (URISyntaxException e) {
            throw expected("analyzer", "an http or https address", found + " (" + e.getReason() + ")");
        }
        throw expected("analyzer", "an http or https address", found);
    }

    private double budget() {
        String found = values.getOrDefault("budget", "1");
        try {
            double percent = Double.parseDouble(found);
            if (percent >= 0 && percent <= 100) {
                return percent;
            }
        } catch (NumberFormatException notANumber) {
            throw expected("budget", "a percentage from 0 to 100", found);
        }
        throw expected("budget", "a percentage from 0 to 100", found);
    }

    private long number(String key, long otherwise, long least, long most) {
        String found = values.get(key);
        if (found == null) {
            return otherwise;
        }
        try {
            long value = Long.parseLong(found);
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException notANumber) {
            throw expected(key, "a whole number from " + least + " to " + most, found);
        }
        throw expected(key, "a whole number from " + least + " to " + most, found);
    }

    private static String defaultService() {
        String command = System.getProperty("sun.java.command", "java").strip().split(" ", 2)[0];
        String file = command.substring(command.lastIndexOf('/') + 1);
        return file.isEmpty() ? "java" : file;
    }
}
