package dev.photofinish.blackbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A data race that a released library had and a later release has no more.
 *
 * @param driver the class of {@code agent/known} that exercises it, which is also the name of its class paths
 * @param artifact the library
 * @param field the field that races
 * @param grade of the race where it is a benign idiom and must not look like more; empty where any will do
 * @param repair what the later release did
 */
record KnownRace(String driver, String artifact, String field, String grade, String repair) {
    static final List<KnownRace> ALL = List.of(
            of(
                    "CommonsPool2",
                    "commons-pool2",
                    "org.apache.commons.pool2.impl.BaseGenericObjectPool." + "swallowedExceptionListener",
                    "volatile"),
            of(
                    "KafkaClients",
                    "kafka-clients",
                    "org.apache.kafka.common.metrics.KafkaMetric.config",
                    "volatile (KAFKA-16381)"),
            of(
                    "JacksonDatabind",
                    "jackson-databind",
                    "com.fasterxml.jackson.databind.deser.std.EnumDeserializer." + "_lookupByToString",
                    "volatile (issue 3768)"),
            of(
                    "NettyTransport",
                    "netty-transport",
                    "io.netty.channel.DefaultChannelPipeline.estimatorHandle",
                    "volatile, set by a field updater"),
            new KnownRace(
                    "NettyCodecHttp",
                    "netty-codec-http",
                    "io.netty.handler.codec.http.HttpResponseStatus.codeClass",
                    "low",
                    "final; it was benign"),
            of("LogbackCore", "logback-core", "ch.qos.logback.core.AppenderBase.started", "volatile (LOGBACK-1037)"),
            of("CommonsPool", "commons-pool", "org.apache.commons.pool.BaseObjectPool.closed", "volatile"),
            of("CommonsDbcp", "commons-dbcp", "org.apache.commons.dbcp.AbandonedTrace.lastUsed", "volatile"),
            of("Log4j", "log4j", "org.apache.log4j.spi.ThrowableInformation.rep", "synchronized method"));

    private static KnownRace of(String driver, String artifact, String field, String repair) {
        return new KnownRace(driver, artifact, field, "", repair);
    }

    /** The release that the build put into the class path of an edition. */
    String version(String edition) throws IOException {
        return version(driver, artifact, edition);
    }

    /** The same, of any artifact of a driver. */
    static String version(String driver, String artifact, String edition) throws IOException {
        Path directory = Shipped.libraries().resolve(driver).resolve(edition);
        String start = artifact + "-";
        try (Stream<Path> jars = Files.list(directory)) {
            return jars.map(jar -> jar.getFileName().toString())
                    .filter(name -> name.startsWith(start))
                    .map(name -> name.substring(start.length(), name.length() - ".jar".length()))
                    .findFirst()
                    .orElseThrow(() -> new IOException("expected " + start + "….jar in " + directory));
        }
    }
}
