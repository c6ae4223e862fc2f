package dev.photofinish.analyzer.store;

import dev.photofinish.analyzer.finding.Grade;
import java.util.Map;

/**
 * What became of observations in the store.
 *
 * @param sightings windows that showed a race, by the grade the finding has now
 * @param examples the id of one of their findings, by the same grade
 * @param newLosses what the agent lost since its last word, by reason
 * @param notStored findings and contention rows for which there was no room
 */
public record Recorded(
        Map<Grade, Long> sightings, Map<Grade, String> examples, Map<String, Long> newLosses, long notStored) {
    public Recorded {
        sightings = Map.copyOf(sightings);
        examples = Map.copyOf(examples);
        newLosses = Map.copyOf(newLosses);
    }
}
