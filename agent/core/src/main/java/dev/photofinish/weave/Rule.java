package dev.photofinish.weave;

import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * One row of the rule table: where in the JDK a synchronization begins or ends, and which clock it concerns.
 *
 * @param site the site number of the rule, from 1
 * @param owner internal name of the class
 * @param method which methods, by name and descriptor joined
 * @param callee for a rule inside the method: which calls or fields, by name; otherwise never asked
 * @param space the space of the clock, of {@code dev.photofinish.shadow.Space}
 */
record Rule(
        int site, String owner, Pattern method, At at, Predicate<String> callee, Action action, Key key, int space) {
    boolean matches(String name, String descriptor) {
        return method.matcher(name + descriptor).matches();
    }

    /** The methods, as a reader of a report would write them. */
    String label() {
        return RuleLabel.of(method.pattern());
    }

    /** What the rule does, in words; different for rules that are otherwise alike. */
    String words() {
        return action.name().toLowerCase(Locale.ROOT).replace('_', ' ') + " at "
                + at.name().toLowerCase(Locale.ROOT).replace('_', ' ') + " (rule " + site + ")";
    }
}
