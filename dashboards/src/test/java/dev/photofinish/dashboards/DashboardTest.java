package dev.photofinish.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DashboardTest {
    private static final int GRID_COLUMNS = 24;
    private static final String DATASOURCE = "${datasource}";
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{?([A-Za-z_]+)");
    private static final Set<String> GRAFANA_VARIABLES =
            Set.of("__rate_interval", "__range", "__interval", "__data", "__value");
    private static final Set<String> WITHOUT_SERVICE = Set.of(
            "photofinish_windows_total",
            "photofinish_events_total",
            "photofinish_events_lost_total",
            "photofinish_stream_lag_seconds",
            "photofinish_chunks_total",
            "photofinish_build_info");

    private static final Dashboard DASHBOARD = Dashboard.shipped();

    @Test
    void dashboard_hasAnIdentityThatStays() {
        assertThat(DASHBOARD.json().path("uid").asText()).isEqualTo("photofinish");
        assertThat(DASHBOARD.json().path("title").asText()).isEqualTo("Photofinish");
        assertThat(DASHBOARD.json().path("schemaVersion").asInt()).isGreaterThanOrEqualTo(39);
        assertThat(DASHBOARD.json().has("id"))
                .as("the id of one Grafana server")
                .isFalse();
    }

    @Test
    void variables_areTheDocumentedOnes() {
        assertThat(DASHBOARD.variables())
                .extracting(variable -> variable.path("name").asText())
                .containsExactly("datasource", "service", "analyzer", "budget");
    }

    @Test
    void variables_thatAreUsedAreDeclared() {
        Set<String> declared = DASHBOARD.variables().stream()
                .map(variable -> variable.path("name").asText())
                .collect(Collectors.toCollection(TreeSet::new));
        declared.addAll(GRAFANA_VARIABLES);

        Set<String> used = VARIABLE.matcher(DASHBOARD.json().toString())
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        used.remove("__all");

        assertThat(declared).containsAll(used);
    }

    @Test
    void panels_haveIdsOfTheirOwn() {
        assertThat(DASHBOARD.panelsAndRows())
                .extracting(panel -> panel.path("id").asInt())
                .doesNotHaveDuplicates()
                .allMatch(id -> id > 0);
    }

    @Test
    void panels_doNotOverlap() {
        List<Area> areas = DASHBOARD.panelsAndRows().stream().map(Area::of).toList();

        for (Area area : areas) {
            assertThat(area.x() >= 0 && area.width() > 0 && area.x() + area.width() <= GRID_COLUMNS)
                    .as("%s within %d columns", area, GRID_COLUMNS)
                    .isTrue();
            assertThat(areas.stream().filter(other -> other.id() != area.id() && other.overlaps(area)))
                    .as("overlap with %s", area)
                    .isEmpty();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("panelTitles")
    void panel_saysWhatItShowsInWhichUnit(String title) {
        JsonNode panel = panel(title);

        assertThat(panel.path("description").asText()).as("description").isNotBlank();
        assertThat(panel.path("fieldConfig").path("defaults").path("unit").asText())
                .as("unit")
                .isNotBlank();
        assertThat(panel.path("targets")).as("queries").isNotEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("panelTitles")
    void panel_readsFromTheChosenDatasource(String title) {
        JsonNode panel = panel(title);

        assertThat(panel.path("datasource").path("uid").asText()).isEqualTo(DATASOURCE);
        assertThat(panel.path("targets"))
                .allMatch(
                        target -> target.path("datasource").path("uid").asText().equals(DATASOURCE));
        assertThat(panel.path("targets"))
                .extracting(target -> target.path("refId").asText())
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("queries")
    void query_namesOnlyMetricsThatAreExported(Dashboard.Query query) {
        assertThat(query.expression()).isNotBlank();
        assertThat(ExportedMetrics.unknownIn(query.expression())).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("queries")
    void query_looksAtTheChosenServices(Dashboard.Query query) {
        Set<String> ofServices = new TreeSet<>(ExportedMetrics.namesIn(query.expression()));
        ofServices.removeAll(WITHOUT_SERVICE);

        for (String metric : ofServices) {
            assertThat(Pattern.compile(Pattern.quote(metric) + "(?!\\{service=~\"\\$service\")")
                            .matcher(query.expression())
                            .find())
                    .as("a selector of %s without the service", metric)
                    .isFalse();
        }
    }

    @Test
    void readme_hasALineForEveryPanelAndEveryMetric() {
        String readme = Shipped.text(Shipped.README);

        assertThat(DASHBOARD.panels())
                .allSatisfy(panel ->
                        assertThat(readme).contains("| " + panel.path("title").asText() + " |"));
        assertThat(DASHBOARD.queries())
                .allSatisfy(query -> assertThat(ExportedMetrics.namesIn(query.expression()))
                        .allSatisfy(metric -> assertThat(readme).contains("`" + metric + "`")));
    }

    static List<String> panelTitles() {
        return DASHBOARD.panels().stream()
                .map(panel -> panel.path("title").asText())
                .toList();
    }

    static List<Dashboard.Query> queries() {
        return DASHBOARD.queries();
    }

    private static JsonNode panel(String title) {
        List<JsonNode> found = DASHBOARD.panels().stream()
                .filter(panel -> panel.path("title").asText().equals(title))
                .toList();
        assertThat(found).as("panels titled %s", title).hasSize(1);
        return found.get(0);
    }

    /** Where a panel lies on the grid. */
    private record Area(int id, String title, int x, int y, int width, int height) {
        static Area of(JsonNode panel) {
            JsonNode position = panel.path("gridPos");
            return new Area(
                    panel.path("id").asInt(),
                    panel.path("title").asText(),
                    position.path("x").asInt(-1),
                    position.path("y").asInt(-1),
                    position.path("w").asInt(),
                    position.path("h").asInt());
        }

        boolean overlaps(Area other) {
            return x < other.x + other.width
                    && other.x < x + width
                    && y < other.y + other.height
                    && other.y < y + height;
        }
    }
}
