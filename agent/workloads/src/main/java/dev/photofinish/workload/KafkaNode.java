package dev.photofinish.workload;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/** A Kafka cluster of one: broker and controller in this JVM, on free ports of loopback, its files deleted at the end. */
final class KafkaNode implements AutoCloseable {
    private static final int ID = 1;

    private final Path files;
    private final String broker;
    private final KafkaRaftServer server;

    private KafkaNode(Path files, String broker, KafkaRaftServer server) {
        this.files = files;
        this.broker = broker;
        this.server = server;
    }

    /** Returns when it serves. */
    static KafkaNode start() throws Exception {
        Path files = Files.createTempDirectory("workload-kafka");
        try {
            Map<String, String> settings = settings(files);
            format(files);
            KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM);
            KafkaNode node = new KafkaNode(files, settings.getOrDefault("advertised.listeners", ""), server);
            server.startup();
            return node;
        } catch (Exception failed) {
            delete(files);
            throw failed;
        }
    }

    /** As clients want it: {@code bootstrap.servers}. */
    String address() {
        return broker.replaceFirst(".*://", "");
    }

    private static Map<String, String> settings(Path files) throws IOException {
        String broker;
        String controller;
        InetAddress loopback = InetAddress.getLoopbackAddress();
        try (ServerSocket first = new ServerSocket(0, 1, loopback);
                ServerSocket second = new ServerSocket(0, 1, loopback)) {
            broker = "127.0.0.1:" + first.getLocalPort();
            controller = "127.0.0.1:" + second.getLocalPort();
        }
        Map<String, String> settings = new HashMap<>();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", Integer.toString(ID));
        settings.put("controller.quorum.voters", ID + "@" + controller);
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("inter.broker.listener.name", "BROKER");
        settings.put("listener.security.protocol.map", "CONTROLLER:PLAINTEXT,BROKER:PLAINTEXT");
        settings.put("listeners", "BROKER://" + broker + ",CONTROLLER://" + controller);
        settings.put("advertised.listeners", "BROKER://" + broker);
        settings.put("log.dirs", files.toString());
        // One node, and a short life: no copies, no waiting for others.
        settings.put("offsets.topic.replication.factor", "1");
        settings.put("offsets.topic.num.partitions", "1");
        settings.put("group.initial.rebalance.delay.ms", "0");
        settings.put("controlled.shutdown.enable", "false");
        settings.put("num.network.threads", "2");
        settings.put("num.io.threads", "3");
        settings.put("background.threads", "2");
        settings.put("log.cleaner.dedupe.buffer.size", "4194304");
        // What an hour at full speed may leave on the disk.
        settings.put("log.segment.bytes", "16777216");
        settings.put("log.retention.bytes", "67108864");
        settings.put("log.retention.check.interval.ms", "5000");
        return settings;
    }

    private static void format(Path files) throws Exception {
        new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .setClusterId(Uuid.randomUuid().toString())
                .setNodeId(ID)
                .setControllerListenerName("CONTROLLER")
                .setDirectories(List.of(files.toString()))
                .setMetadataLogDirectory(files.toString())
                .run();
    }

    @Override
    public void close() throws IOException {
        server.shutdown();
        server.awaitShutdown();
        delete(files);
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> left = Files.walk(directory)) {
            for (Path file : left.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
