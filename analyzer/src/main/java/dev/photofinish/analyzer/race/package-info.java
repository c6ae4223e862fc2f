/**
 * The rules of data races: which unordered accesses are one, and how much it deserves a person's time.
 *
 * <p>In: a complete {@link dev.photofinish.analyzer.trace.WindowTrace} and its {@link
 * dev.photofinish.analyzer.order.HappensBefore}. Out: {@link dev.photofinish.analyzer.finding.Race}s, one for each
 * fingerprint, in the order of field and fingerprint. {@link dev.photofinish.analyzer.race.RaceDetector} is the door. Pure but
 * for the {@link dev.photofinish.analyzer.race.RaceHistory} of the instance; one thread. Nothing is lost: every unordered pair
 * is counted, though only one of each fingerprint is shown.
 */
@NullMarked
package dev.photofinish.analyzer.race;

import org.jspecify.annotations.NullMarked;
