package dev.photofinish.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.photofinish.peer.Peer;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RulesTest {
    private static final String DEBIAN_PROMETHEUS = "Debian package prometheus";
    private static final String DEBIAN_ALERTMANAGER = "Debian package prometheus-alertmanager";

    @Test
    void rules_areAcceptedByPromtool() {
        Peer.Output checked = promtool("check", "rules", "photofinish.rules.yml");

        assertThat(checked.exitCode()).as(checked.text()).isZero();
    }

    @Test
    void alerts_fireWhereTheyMustAndOnlyThere() {
        Peer.Output tested = promtool("test", "rules", "photofinish.rules.test.yml");

        assertThat(tested.exitCode()).as(tested.text()).isZero();
        assertThat(tested.text()).contains("SUCCESS");
    }

    @ParameterizedTest
    @MethodSource("alerts")
    void alert_hasATestWhereItFiresAndOneWhereItDoesNot(Alert alert) {
        List<JsonNode> tests = Shipped.yaml(Shipped.RULES_TEST).findValues("alert_rule_test").stream()
                .flatMap(Shipped::elements)
                .filter(test -> test.path("alertname").asText().equals(alert.name()))
                .toList();

        assertThat(tests).anyMatch(test -> !test.path("exp_alerts").isEmpty());
        assertThat(tests).anyMatch(test -> test.path("exp_alerts").isEmpty());
    }

    @ParameterizedTest
    @MethodSource("alerts")
    void alert_saysWhatToDoInTheReadme(Alert alert) {
        assertThat(alert.runbook())
                .isEqualTo("dashboards/README.md#" + alert.name().toLowerCase(Locale.ROOT));
        assertThat(Shipped.text(Shipped.README)).contains("### " + alert.name() + "\n");
    }

    @ParameterizedTest
    @MethodSource("alerts")
    void alert_readsOnlyMetricsThatAreExported(Alert alert) {
        assertThat(ExportedMetrics.unknownIn(alert.expression())).isEmpty();
    }

    @Test
    void prometheusExample_isAcceptedByPromtool() {
        Peer.Output checked = promtool("check", "config", "prometheus.yml");

        assertThat(checked.exitCode()).as(checked.text()).isZero();
    }

    @Test
    void alertmanagerExample_isAcceptedByAmtool() {
        Peer.Output checked = Peer.required("amtool", DEBIAN_ALERTMANAGER)
                .run(Path.of("alertmanager"), "check-config", "alertmanager.yml");

        assertThat(checked.exitCode()).as(checked.text()).isZero();
    }

    static List<Alert> alerts() {
        return Shipped.yaml(Shipped.RULES).findValues("rules").stream()
                .flatMap(Shipped::elements)
                .filter(rule -> rule.has("alert"))
                .map(rule -> new Alert(
                        rule.path("alert").asText(),
                        rule.path("expr").asText(),
                        rule.path("annotations").path("runbook").asText()))
                .toList();
    }

    private static Peer.Output promtool(String... arguments) {
        return Peer.required("promtool", DEBIAN_PROMETHEUS).run(Path.of("prometheus"), arguments);
    }

    /** An alert as the rules file declares it. */
    record Alert(String name, String expression, String runbook) {}
}
