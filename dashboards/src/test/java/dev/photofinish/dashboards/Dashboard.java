package dev.photofinish.dashboards;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The Grafana dashboard as its JSON file says it. */
record Dashboard(JsonNode json) {
    private static final Pattern LEGEND_LABEL = Pattern.compile("\\{\\{(\\w+)}}");
    private static final String VALUE_COLUMN = "Value";

    static Dashboard shipped() {
        return new Dashboard(Shipped.json(Shipped.DASHBOARD));
    }

    /** Rows and panels, also those inside of rows that are collapsed. */
    List<JsonNode> panelsAndRows() {
        return Shipped.elements(json.path("panels"))
                .flatMap(panel -> Stream.concat(Stream.of(panel), Shipped.elements(panel.path("panels"))))
                .toList();
    }

    /** What shows data. */
    List<JsonNode> panels() {
        return panelsAndRows().stream()
                .filter(panel -> !panel.path("type").asText().equals("row"))
                .toList();
    }

    List<JsonNode> variables() {
        return Shipped.elements(json.path("templating").path("list")).toList();
    }

    /** Every query of every panel. */
    List<Query> queries() {
        return panels().stream()
                .flatMap(panel -> Shipped.elements(panel.path("targets")).map(target -> query(panel, target)))
                .toList();
    }

    private static Query query(JsonNode panel, JsonNode target) {
        Set<String> labels = new TreeSet<>();
        LEGEND_LABEL
                .matcher(target.path("legendFormat").asText())
                .results()
                .map(match -> match.group(1))
                .forEach(labels::add);
        for (JsonNode transformation : panel.path("transformations")) {
            transformation.path("options").path("indexByName").fieldNames().forEachRemaining(labels::add);
        }
        labels.remove(VALUE_COLUMN);
        return new Query(panel.path("title").asText(), target.path("expr").asText(), labels);
    }

    /**
     * A query with the title of its panel.
     *
     * @param labels that the panel shows of each series
     */
    record Query(String panel, String expression, Set<String> labels) {
        Query {
            labels = Set.copyOf(labels);
        }

        @Override
        public String toString() {
            return panel + ": " + expression;
        }
    }
}
