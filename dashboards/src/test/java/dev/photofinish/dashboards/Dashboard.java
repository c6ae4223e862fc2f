package dev.photofinish.dashboards;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;

/** The Grafana dashboard as its JSON file says it. */
record Dashboard(JsonNode json) {
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
                .flatMap(panel -> Shipped.elements(panel.path("targets"))
                        .map(target -> new Query(
                                panel.path("title").asText(),
                                target.path("expr").asText())))
                .toList();
    }

    /** A query with the title of its panel. */
    record Query(String panel, String expression) {
        @Override
        public String toString() {
            return panel + ": " + expression;
        }
    }
}
