package dev.photofinish.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.photofinish.peer.Peer;
import dev.photofinish.peer.Server;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A real Alertmanager and a real Prometheus, with the configurations that this module ships, on free ports of loopback;
 * only addresses and intervals are replaced.
 */
final class LiveMonitoring implements AutoCloseable {
    private static final Pattern LISTENING = Pattern.compile("msg=\"Listening on\" address=127\\.0\\.0\\.1:(\\d+)");

    private final Server alertmanager;
    private final Server prometheus;
    private final String alertmanagerUri;
    private final String prometheusUri;

    private LiveMonitoring(Server alertmanager, String alertmanagerUri, Server prometheus, String prometheusUri) {
        this.alertmanager = alertmanager;
        this.alertmanagerUri = alertmanagerUri;
        this.prometheus = prometheus;
        this.prometheusUri = prometheusUri;
    }

    /**
     * Starts both, or skips the test where one is not installed.
     *
     * @param analyzer host and port to scrape every second
     * @param webhook where notifications go
     */
    static LiveMonitoring start(Path directory, String analyzer, String webhook) {
        Peer prometheusPeer = Peer.required("prometheus", "Debian package prometheus");
        Peer alertmanagerPeer = Peer.required("prometheus-alertmanager", "Debian package prometheus-alertmanager");

        write(
                directory.resolve("alertmanager.yml"),
                replaced(
                        replaced(Shipped.text(Shipped.ALERTMANAGER), "http://127.0.0.1:9095/photofinish", webhook),
                        "group_wait: 10s",
                        "group_wait: 1s"));
        Server alertmanager = alertmanagerPeer.serve(
                directory,
                "--config.file=alertmanager.yml",
                "--storage.path=" + directory.resolve("alertmanager-data"),
                "--web.listen-address=127.0.0.1:0",
                "--cluster.listen-address=");
        try {
            String alertmanagerAddress = "127.0.0.1:" + alertmanager.awaitLogged(LISTENING);
            write(directory.resolve(Shipped.RULES.getFileName()), Shipped.text(Shipped.RULES));
            write(
                    directory.resolve("prometheus.yml"),
                    replaced(
                            replaced(
                                    replaced(Shipped.text(Shipped.PROMETHEUS), "127.0.0.1:9464", analyzer),
                                    "127.0.0.1:9093",
                                    alertmanagerAddress),
                            "15s",
                            "1s"));
            Server prometheus = prometheusPeer.serve(
                    directory,
                    "--config.file=prometheus.yml",
                    "--storage.tsdb.path=" + directory.resolve("prometheus-data"),
                    "--web.listen-address=127.0.0.1:0",
                    "--enable-feature=exemplar-storage");
            try {
                String prometheusAddress = "127.0.0.1:" + prometheus.awaitLogged(LISTENING);
                return new LiveMonitoring(
                        alertmanager, "http://" + alertmanagerAddress, prometheus, "http://" + prometheusAddress);
            } catch (AssertionError e) {
                prometheus.close();
                throw e;
            }
        } catch (AssertionError e) {
            alertmanager.close();
            throw e;
        }
    }

    /** The samples that a query gives now. */
    JsonNode query(String expression) {
        return data("query?query=" + Http.encoded(expression)).path("result");
    }

    /** The values of a label of the exemplars that were kept of these series in the last hour. */
    List<String> exemplars(String series, String label) {
        Instant now = Instant.now();
        return Shipped.elements(data("query_exemplars?query=" + Http.encoded(series) + "&start="
                        + now.minusSeconds(3600).getEpochSecond() + "&end="
                        + now.plusSeconds(60).getEpochSecond()))
                .flatMap(found -> Shipped.elements(found.path("exemplars")))
                .map(exemplar -> exemplar.path("labels").path(label).asText())
                .toList();
    }

    /** Values of a label over the series that match. */
    List<String> labelValues(String label, String match) {
        return Shipped.elements(data("label/" + label + "/values?match%5B%5D=" + Http.encoded(match)))
                .map(JsonNode::asText)
                .toList();
    }

    /** What Prometheus answers, which is to be a success. */
    private JsonNode data(String request) {
        JsonNode answer = Http.json(prometheusUri + "/api/v1/" + request);
        assertThat(answer.path("status").asText()).as("%s: %s", request, answer).isEqualTo("success");
        return answer.path("data");
    }

    /** Alerts of one name that Prometheus holds to be firing. */
    List<JsonNode> firing(String alertname) {
        return Shipped.elements(
                        Http.json(prometheusUri + "/api/v1/alerts").path("data").path("alerts"))
                .filter(alert -> alert.path("state").asText().equals("firing"))
                .filter(alert -> alert.path("labels").path("alertname").asText().equals(alertname))
                .toList();
    }

    /** Every rule that Prometheus has loaded. */
    List<JsonNode> rules() {
        return Shipped.elements(
                        Http.json(prometheusUri + "/api/v1/rules").path("data").path("groups"))
                .flatMap(group -> Shipped.elements(group.path("rules")))
                .toList();
    }

    /** Alerts of one name that have arrived at the Alertmanager. */
    List<JsonNode> arrived(String alertname) {
        return Shipped.elements(Http.json(
                        alertmanagerUri + "/api/v2/alerts?filter=" + Http.encoded("alertname=\"" + alertname + "\"")))
                .toList();
    }

    @Override
    public void close() {
        try {
            prometheus.close();
        } finally {
            alertmanager.close();
        }
    }

    private static String replaced(String text, String shipped, String here) {
        assertThat(text).contains(shipped);
        return text.replace(shipped, here);
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
