package dev.photofinish.blackbox;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** A section of {@code PROPORTIONALITY.md}: a table and a plot, which pages that show Markdown draw from its numbers. */
final class ProportionalityPage {
    private ProportionalityPage() {}

    static String of(Jdk jdk, List<Proportion> proportions, double perSecond) {
        String rows = proportions.stream().map(Proportion::row).collect(Collectors.joining("\n"));
        return String.format(
                Locale.ROOT,
                """
                ## JDK %d, %.0f meeting a second, windows of 100 ms

                | windows | groups | seen in | expected 1-(1-r)^n, ± 1.96 σ | σ apart |
                |---:|---:|---:|---:|---:|
                %s

                ```mermaid
                xychart-beta
                    title "bars: seen in, line: 1-(1-r)^n"
                    x-axis "n" [%s]
                    y-axis "share" 0 --> 1
                    bar [%s]
                    line [%s]
                ```
                """,
                jdk.feature(),
                perSecond,
                rows,
                proportions.stream()
                        .map(proportion -> Integer.toString(proportion.windows()))
                        .collect(Collectors.joining(", ")),
                list(proportions, Proportion::share),
                list(proportions, Proportion::expectedShare));
    }

    private static String list(List<Proportion> proportions, ToDoubleFunction<Proportion> value) {
        return proportions.stream()
                .map(proportion -> String.format(Locale.ROOT, "%.3f", value.applyAsDouble(proportion)))
                .collect(Collectors.joining(", "));
    }
}
