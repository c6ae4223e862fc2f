package dev.photofinish.weave;

import dev.photofinish.shadow.Space;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The rows of the rule table while it is written down, and the words that its sections share. */
final class Rows {
    static final String JUC = "java/util/concurrent/";

    static final Key THIS = new Key.This();
    static final Key TOP = new Key.Top();
    static final Key UNDER_TOP = new Key.UnderTop();
    static final Key ARG0 = new Key.Argument(0);
    static final Key ARG1 = new Key.Argument(1);
    static final Key INDEX = new Key.Index();
    static final Key OWNER = new Key.Owner();
    static final Key GLOBAL = new Key.Global();

    private final List<Rule> rules = new ArrayList<>();

    /** The object as an element of the receiver. */
    static Key elementOfThis(Key element) {
        return new Key.Element(element, THIS);
    }

    /** The object as an element of what a field of the receiver holds. */
    static Key elementOf(Key element, String field, String type) {
        return new Key.Element(element, field(field, type));
    }

    static Key field(String name, String type) {
        return new Key.Field(name, "L" + type + ";");
    }

    /** A row for whole methods. */
    void row(String owner, String method, At at, Action action, Key key, int space) {
        add(owner, method, at, "", action, key, space);
    }

    /** A row for calls, or accesses of fields, inside of methods: by their names. */
    void inside(String owner, String method, At at, String name, Action action, Key key, int space) {
        add(owner, method, at, name, action, key, space);
    }

    /** The class takes {@code ReentrantLock}s for its own purposes: it promises other edges than they give. */
    void innerLocks(String owner) {
        inside(owner, ".*", BEFORE_LOCK, "lock|lockInterruptibly|tryLock", Action.INNER_NEXT, TOP, Space.LOCK);
    }

    private static final At BEFORE_LOCK = At.BEFORE_CALL;

    void add(String owner, String method, At at, String inside, Action action, Key key, int space) {
        Predicate<String> name = Pattern.compile(inside).asMatchPredicate();
        rules.add(new Rule(rules.size() + 1, owner, Pattern.compile(method), at, name, action, key, space));
    }

    /** All rows, in the order of their sites. */
    List<Rule> rules() {
        return List.copyOf(rules);
    }
}
