package dev.photofinish.analyzer.serve;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The options as they were given, the stronger source first: environment, system properties, file. */
final class OptionSources {
    /** What Kubernetes tells every container of a namespace about a service called photofinish-analyzer. */
    private static final Pattern SERVICE_LINK =
            Pattern.compile("SERVICE_HOST|SERVICE_PORT(_\\w+)?|PORT|PORT_\\d+_(TCP|UDP)(_(ADDR|PORT|PROTO))?");

    private final Map<ServeKey, Given> given = new EnumMap<>(ServeKey.class);

    private OptionSources() {}

    /**
     * A value and where it stood.
     *
     * @param where for a message
     */
    record Given(String value, String where) {}

    static OptionSources read(Map<String, String> environment, Properties properties, @Nullable Path file) {
        OptionSources sources = new OptionSources();
        if (file != null) {
            sources.file(file);
        }
        for (String name : properties.stringPropertyNames()) {
            if (name.startsWith(ServeKey.PROPERTY_PREFIX)) {
                String key = name.substring(ServeKey.PROPERTY_PREFIX.length());
                sources.put(key, properties.getProperty(name), "system property " + name);
            }
        }
        environment.forEach(sources::variable);
        return sources;
    }

    /** What was given for a key; null where nothing was. */
    @Nullable
    Given get(ServeKey key) {
        return given.get(key);
    }

    private void file(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (NoSuchFileException e) {
            throw new OptionsException("--config: expected a file, found nothing at " + file);
        } catch (IOException | IllegalArgumentException e) {
            throw new OptionsException("--config: expected a readable properties file, found " + file + ": " + e);
        }
        for (String key : properties.stringPropertyNames()) {
            put(key, properties.getProperty(key), "file " + file);
        }
    }

    private void put(String key, String value, String where) {
        ServeKey known = ServeKey.ofKey(key)
                .orElseThrow(() -> new OptionsException(
                        "unknown option " + key + " (" + where + "): expected one of " + ServeKey.allKeys()));
        given.put(known, new Given(value.strip(), where));
    }

    private void variable(String name, String value) {
        if (!name.startsWith(ServeKey.ENVIRONMENT_PREFIX)
                || SERVICE_LINK
                        .matcher(name.substring(ServeKey.ENVIRONMENT_PREFIX.length()))
                        .matches()) {
            return;
        }
        ServeKey known = ServeKey.ofVariable(name)
                .orElseThrow(() -> new OptionsException("unknown variable " + name + ": expected "
                        + ServeKey.ENVIRONMENT_PREFIX + " and one of " + ServeKey.allKeys()
                        + ", in capitals, with _ between the words"));
        given.put(known, new Given(value.strip(), "environment " + name));
    }
}
