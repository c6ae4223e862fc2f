package dev.photofinish.analyzer.store;

import java.util.List;

/**
 * A part of the findings asked for, highest grade first, then most recently seen.
 *
 * @param total how many there are in all
 */
public record FindingPage(List<Finding> findings, long total) {
    public FindingPage {
        findings = List.copyOf(findings);
    }
}
