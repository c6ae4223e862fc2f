package dev.photofinish.weave;

import static dev.photofinish.weave.Action.*;
import static dev.photofinish.weave.At.*;

import dev.photofinish.shadow.Space;
import java.util.ArrayList;
import java.util.List;

/** Row "concurrent collections" of the rule book, for maps, sets and lists: ordered by key and value. */
final class MapRules {
    private static final Key THIS = Rows.THIS;
    private static final Key SEEN = Rows.elementOfThis(Rows.TOP);
    private static final String HASH_MAP = Rows.JUC + "ConcurrentHashMap";
    private static final String SORTED_MAP = Rows.JUC + "ConcurrentSkipListMap";
    private static final String COMPUTE = "(computeIfAbsent|computeIfPresent|compute|merge|replaceAll)\\(.*";

    private MapRules() {}

    static void add(Rows rows) {
        hashMap(rows);
        hashMapCallbacks(rows);
        hashMapTasks(rows);
        sortedMap(rows);
        rows.row(Rows.JUC + "CopyOnWriteArrayList", "setArray\\(.*", ENTRY, RELEASE, THIS, Space.STATE);
        rows.row(Rows.JUC + "CopyOnWriteArrayList", "getArray\\(.*", RETURN, ACQUIRE, THIS, Space.STATE);
    }

    private static void released(Rows rows, String owner, String method, int argument) {
        Key key = new Key.Argument(argument);
        rows.row(owner, method, ENTRY, RELEASE, Rows.elementOfThis(key), 0);
        rows.row(owner, method, ENTRY, RELEASE_ITEM, key, Space.ITEM);
    }

    private static void computed(Rows rows, String owner) {
        rows.inside(owner, COMPUTE, AFTER_CALL, "apply", RELEASE, SEEN, 0);
        rows.inside(owner, COMPUTE, AFTER_CALL, "apply", RELEASE_ITEM, Rows.TOP, Space.ITEM);
        rows.inside(owner, COMPUTE, AFTER_CALL, "apply", RELEASE, THIS, Space.STATE);
        rows.inside(owner, COMPUTE, BEFORE_CALL, "apply", ACQUIRE, THIS, Space.STATE);
    }

    private static void hashMap(Rows rows) {
        released(rows, HASH_MAP, "(putVal|computeIfAbsent|compute|merge)\\(.*", 0);
        released(rows, HASH_MAP, "(putVal|replaceNode|merge)\\(.*", 1);
        rows.row(HASH_MAP, "(putVal|replaceNode|merge)\\(.*", ENTRY, RELEASE, THIS, Space.STATE);
        computed(rows, HASH_MAP);
        rows.row(
                HASH_MAP,
                "(get|getOrDefault|computeIfAbsent|computeIfPresent|compute|merge|putVal|replaceNode)\\(.*",
                RETURN,
                ACQUIRE,
                SEEN,
                0);
        Key map = Rows.field("map", HASH_MAP);
        for (String iterator : List.of("KeyIterator", "ValueIterator", "EntryIterator")) {
            rows.row(HASH_MAP + "$" + iterator, "next\\(\\)L.*", RETURN, ACQUIRE, map, Space.STATE);
        }
        rows.row(HASH_MAP + "$BaseIterator", "hasNext\\(\\)Z", RETURN, ACQUIRE, map, Space.STATE);
        rows.row(HASH_MAP, "containsValue\\(.*", RETURN, ACQUIRE_IF_TRUE, THIS, Space.STATE);
    }

    /** What the user's code is shown in the middle of a method: keys to be compared, values to be looked at. */
    private static void hashMapCallbacks(Rows rows) {
        for (String part : List.of("", "$Node", "$TreeNode", "$TreeBin")) {
            rows.inside(HASH_MAP + part, ".*", BEFORE_CALL, "equals|compareTo", ACQUIRE_ITEM, Rows.TOP, Space.ITEM);
        }
        String shows = "(forEach|search|reduce|removeEntryIf|removeValueIf|toString|hashCode|equals)\\w*\\(.*";
        rows.row(HASH_MAP, shows, ENTRY, ACQUIRE, THIS, Space.STATE);
        rows.inside(
                HASH_MAP,
                shows,
                BEFORE_CALL,
                "accept|apply\\w*|test|append|hashCode|equals",
                ACQUIRE,
                THIS,
                Space.STATE);
        Key map = Rows.field("map", HASH_MAP);
        for (String view : List.of("KeySetView", "ValuesView", "EntrySetView", "EntrySpliterator")) {
            rows.inside(HASH_MAP + "$" + view, ".*", BEFORE_CALL, "accept", ACQUIRE, map, Space.STATE);
        }
        for (String spliterator : List.of("KeySpliterator", "ValueSpliterator")) {
            rows.inside(HASH_MAP + "$" + spliterator, ".*", BEFORE_CALL, "accept", ACQUIRE_ITEM, Rows.TOP, Space.ITEM);
        }
    }

    /** The parallel operations: tasks that know neither map nor caller. */
    private static void hashMapTasks(Rows rows) {
        List<String> tasks = new ArrayList<>();
        for (String part : List.of("Key", "Value", "Mapping")) {
            tasks.add("ForEach" + part + "Task");
            tasks.add("ForEachTransformed" + part + "Task");
            tasks.add("Search" + part + "sTask");
            tasks.add("MapReduce" + part + "sTask");
            tasks.add("MapReduce" + part + "sToDoubleTask");
            tasks.add("MapReduce" + part + "sToLongTask");
            tasks.add("MapReduce" + part + "sToIntTask");
        }
        tasks.add("ReduceKeysTask");
        tasks.add("ReduceValuesTask");
        for (String task : tasks) {
            String owner = HASH_MAP + "$" + task;
            rows.inside(owner, "compute\\(.*", BEFORE_CALL, "accept|apply\\w*", ACQUIRE_ITEM, Rows.TOP, Space.ITEM);
            rows.inside(
                    owner, "compute\\(.*", BEFORE_CALL, "accept|apply\\w*", ACQUIRE_ITEM, Rows.UNDER_TOP, Space.ITEM);
        }
    }

    private static void sortedMap(Rows rows) {
        released(rows, SORTED_MAP, "doPut\\(.*", 0);
        released(rows, SORTED_MAP, "(doPut|merge|replace)\\(.*", 1);
        released(rows, SORTED_MAP, "replace\\(.*", 2);
        rows.row(SORTED_MAP, "(doPut|merge|replace)\\(.*", ENTRY, RELEASE, THIS, Space.STATE);
        computed(rows, SORTED_MAP);
        rows.row(
                SORTED_MAP,
                "(doGet|get|getOrDefault|doRemove|doPut|replace|merge|compute\\w*|\\w+Key)\\(.*",
                RETURN,
                ACQUIRE,
                SEEN,
                0);
        rows.row(SORTED_MAP, "(\\w+Entry|containsValue)\\(.*", RETURN, ACQUIRE, THIS, Space.STATE);
        rows.inside(SORTED_MAP, "(forEach|equals)\\(.*", BEFORE_CALL, "accept|equals", ACQUIRE, THIS, Space.STATE);
        for (Key key : List.of(Rows.TOP, Rows.UNDER_TOP)) {
            rows.inside(SORTED_MAP, "cpr\\(.*", BEFORE_CALL, "compare|compareTo", ACQUIRE_ITEM, key, Space.ITEM);
        }
        Key map = Rows.field("this$0", SORTED_MAP);
        rows.row(SORTED_MAP + "$Iter", "(advance|hasNext)\\(.*", RETURN, ACQUIRE, map, Space.STATE);
        rows.row(SORTED_MAP + "$SubMap", "(?!is)\\w+\\(.*", RETURN, ACQUIRE, Rows.field("m", SORTED_MAP), Space.STATE);
        for (String iterator : List.of("$SubMap$SubMapKeyIterator", "$SubMap$SubMapValueIterator")) {
            rows.row(SORTED_MAP + iterator, "next\\(\\)L.*", RETURN, ACQUIRE_ITEM, Rows.TOP, Space.ITEM);
        }
        for (String spliterator : List.of("KeySpliterator", "ValueSpliterator")) {
            rows.inside(
                    SORTED_MAP + "$" + spliterator, ".*", BEFORE_CALL, "accept", ACQUIRE_ITEM, Rows.TOP, Space.ITEM);
        }
    }
}
