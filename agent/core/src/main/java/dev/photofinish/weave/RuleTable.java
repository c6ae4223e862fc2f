package dev.photofinish.weave;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How the JDK's own classes order two accesses: facade rules, to be read beside the table of the rule book, a section for each
 * group of its rows.
 *
 * <p>A row says: in these methods of this class, at this point, do this to the clock of this object. A release stands before
 * the operation that publishes, an acquire after the operation that sees: an edge may be recorded too many, never too few.
 */
final class RuleTable {
    private final List<Rule> rules;
    private final Map<String, List<Rule>> byOwner = new HashMap<>();

    RuleTable(FinalReads finals) {
        Rows rows = new Rows();
        ThreadRules.add(rows);
        LockRules.add(rows);
        SynchronizerRules.add(rows);
        ExecutorRules.add(rows);
        ForkJoinRules.add(rows);
        FutureRules.add(rows);
        QueueRules.add(rows);
        MapRules.add(rows);
        AtomicRules.add(rows);
        FlowRules.add(rows);
        PreviewRules.add(rows);
        DesktopRules.add(rows);
        ConnectionRules.add(rows);
        SettingRules.add(rows);
        RecorderRules.add(rows);
        new LanguageRules(rows::add, finals).all();
        rules = rows.rules();
        for (Rule rule : rules) {
            byOwner.computeIfAbsent(rule.owner(), owner -> new ArrayList<>()).add(rule);
        }
    }

    /** All rows, in the order of their sites. */
    List<Rule> rules() {
        return rules;
    }

    /** The rows of a class, by internal name; none for most classes. */
    List<Rule> of(String owner) {
        return byOwner.getOrDefault(owner, List.of());
    }
}
