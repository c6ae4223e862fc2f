package dev.photofinish.hotpath;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** A table that is filled cell by cell. Rows and columns stand in the order in which they came. */
final class Grid {
    private final String corner;
    private final Set<String> columns = new LinkedHashSet<>();
    private final Map<String, Map<String, String>> rows = new LinkedHashMap<>();

    Grid(String corner) {
        this.corner = corner;
    }

    void put(String row, String column, String cell) {
        columns.add(column);
        rows.computeIfAbsent(row, name -> new LinkedHashMap<>()).put(column, cell);
    }

    /** The table in Markdown; a cell that was not filled is a dash. */
    String markdown() {
        StringBuilder text = new StringBuilder();
        text.append("| ")
                .append(corner)
                .append(" | ")
                .append(String.join(" | ", columns))
                .append(" |\n|---|");
        text.append("---:|".repeat(columns.size())).append('\n');
        rows.forEach((row, cells) -> {
            text.append("| ").append(row);
            columns.forEach(column -> text.append(" | ").append(cells.getOrDefault(column, "-")));
            text.append(" |\n");
        });
        return text.toString();
    }
}
