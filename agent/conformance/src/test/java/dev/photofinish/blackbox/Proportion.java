package dev.photofinish.blackbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How often a race was seen in groups of windows, beside how often it should have been: a race that shows itself as a Poisson
 * process of rate λ is in a group of windows that are open for t seconds together with probability 1 - exp(-λt), which is
 * 1 - (1-r)^n for n windows that see it with r each.
 *
 * @param windows in a group
 * @param groups how many
 * @param seen in how many groups it was seen
 * @param expected in how many it should have been, on average
 * @param deviation standard deviation of that number
 */
record Proportion(int windows, int groups, int seen, double expected, double deviation) {
    /** Of all whole groups of so many windows. */
    static Proportion of(List<WindowSightings.Sighting> sightings, double perSecond, int windows) {
        int groups = sightings.size() / windows;
        int seen = 0;
        double expected = 0;
        double variance = 0;
        for (int group = 0; group < groups; group++) {
            List<WindowSightings.Sighting> members = sightings.subList(group * windows, (group + 1) * windows);
            double open = members.stream()
                    .mapToDouble(WindowSightings.Sighting::seconds)
                    .sum();
            double probability = 1 - Math.exp(-perSecond * open);
            expected += probability;
            variance += probability * (1 - probability);
            seen += members.stream().anyMatch(WindowSightings.Sighting::seen) ? 1 : 0;
        }
        return new Proportion(windows, groups, seen, expected, Math.sqrt(variance));
    }

    /** For 1, 2, 4 ... windows, as long as there are twenty groups. */
    static List<Proportion> all(List<WindowSightings.Sighting> sightings, double perSecond) {
        List<Proportion> all = new ArrayList<>();
        for (int windows = 1; sightings.size() / windows >= 20; windows *= 2) {
            all.add(of(sightings, perSecond, windows));
        }
        return all;
    }

    double share() {
        return (double) seen / groups;
    }

    double expectedShare() {
        return expected / groups;
    }

    /** By how many standard deviations the two differ. */
    double distance() {
        return Math.abs(seen - expected) / deviation;
    }

    /** A row of the table. */
    String row() {
        return String.format(
                Locale.ROOT,
                "| %d | %d | %.3f | %.3f ± %.3f | %.1f |",
                windows,
                groups,
                share(),
                expectedShare(),
                1.96 * deviation / groups,
                distance());
    }
}
