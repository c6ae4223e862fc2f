package dev.photofinish.weave;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Which calls read or write an object of the JDK that is not thread-safe: the table, by the type that the call names and the
 * method. Whether the object is one is told by its class when the code runs. A method in no row touches nothing that is
 * shared: {@code hasNext} of an iterator, {@code keySet} itself. {@code List.set} changes one element and no structure: threads that set
 * different ones do not race, as Guava relies on, so it counts as a read of the list.
 */
final class ObjectCalls {
    /** What a call does to its receiver. */
    enum Effect {
        READ,
        WRITE,
        /** Makes a view, and reads nothing. */
        VIEW,
        /** Reads, and makes a view. */
        READ_VIEW
    }

    private record Row(Set<String> owners, Pattern read, Pattern write, Pattern view, Pattern readView) {}

    private static final Pattern NONE = Pattern.compile("(?!)");

    private static final List<Row> TABLE = List.of(
            new Row(
                    types(
                            "java/lang/Iterable",
                            "java/util/Collection SequencedCollection List Set SequencedSet SortedSet NavigableSet Queue Deque"
                                    + " AbstractCollection AbstractList AbstractSet ArrayList LinkedList ArrayDeque PriorityQueue"
                                    + " HashSet LinkedHashSet TreeSet"),
                    Pattern.compile(
                            "get(First|Last)?|set|contains(All)?|size|isEmpty|(last)?[iI]ndexOf|peek(First|Last)?|element|first"
                                    + "|last|floor|ceiling|higher|lower|toArray|forEach|stream|parallelStream|equals|hashCode|toString"),
                    Pattern.compile(
                            "add(All|First|Last)?|clear|offer(First|Last)?|poll(First|Last)?|pop|push|sort|replaceAll"
                                    + "|remove(All|If|First|Last|FirstOccurrence|LastOccurrence)?|retainAll|ensureCapacity|trimToSize"),
                    Pattern.compile("subList|(head|tail|sub|descending)Set|reversed"),
                    Pattern.compile("iterator|listIterator|descendingIterator")),
            new Row(
                    types(
                            "java/util/Map SequencedMap SortedMap NavigableMap AbstractMap HashMap LinkedHashMap TreeMap"
                                    + " IdentityHashMap WeakHashMap EnumMap"),
                    Pattern.compile("get|getOrDefault|contains(Key|Value)|size|isEmpty|forEach|equals|hashCode|toString"
                            + "|(first|last|floor|ceiling|higher|lower)(Key|Entry)"),
                    Pattern.compile("put\\w*|remove|clear|merge|compute\\w*|replace(All)?|poll(First|Last)Entry"),
                    Pattern.compile("keySet|values|entrySet|\\w+KeySet|(head|tail|sub|descending)Map|reversed|sequenced\\w+"),
                    NONE),
            new Row(
                    types("java/util/Iterator ListIterator"),
                    Pattern.compile("next|previous|forEachRemaining"),
                    Pattern.compile("remove|set|add"),
                    NONE,
                    NONE),
            new Row(
                    types("java/lang/StringBuilder Appendable"),
                    Pattern.compile("toString|length|charAt|substring|subSequence|(lastI|i)ndexOf|codePointAt|getChars"
                            + "|compareTo|chars|isEmpty"),
                    Pattern.compile(
                            "append|insert|delete|deleteCharAt|replace|reverse|setLength|setCharAt|appendCodePoint|repeat"),
                    NONE,
                    NONE),
            new Row(
                    types("java/text/SimpleDateFormat DateFormat DecimalFormat NumberFormat Format"),
                    Pattern.compile("get\\w+|to(Localized)?Pattern|is\\w+"),
                    Pattern.compile("format\\w*|parse\\w*|set\\w+|apply\\w+"),
                    NONE,
                    NONE),
            new Row(
                    types("java/util/Calendar GregorianCalendar"),
                    Pattern.compile("get\\w*|is\\w+|before|after|compareTo|toInstant|equals|hashCode"),
                    Pattern.compile("set\\w*|add|roll|clear"),
                    NONE,
                    NONE),
            new Row(
                    types("java/util/regex/Matcher"),
                    Pattern.compile("group|start|end|toMatchResult|hitEnd|requireEnd|hasMatch|namedGroups"),
                    Pattern.compile("find|matches|lookingAt|reset|usePattern|region|use\\w+|replace\\w+|append\\w+"),
                    NONE,
                    NONE),
            new Row(types("java/security/MessageDigest"), NONE, Pattern.compile("update|digest|reset"), NONE, NONE),
            new Row(
                    types("java/util/Scanner"),
                    NONE,
                    Pattern.compile("next\\w*|hasNext\\w*|skip|find\\w+|use\\w+|reset|tokens"),
                    NONE,
                    NONE),
            new Row(
                    types("java/util/BitSet"),
                    Pattern.compile("get|cardinality|length|size|isEmpty|next\\w+|previous\\w+|stream|intersects|to\\w+"
                            + "|equals|hashCode"),
                    Pattern.compile("set|clear|flip|and|or|xor|andNot"),
                    NONE,
                    NONE));

    /** Calls that read their last argument: a collection that another is made from. */
    private static final Pattern READS_ARGUMENT = Pattern.compile("(<init>|addAll|putAll|removeAll|retainAll|containsAll"
            + "|copyOf|max|min|and|or|xor|andNot|join)\\(.*L(java/util/(Collection|Map|BitSet|SortedSet|SortedMap)"
            + "|java/lang/Iterable);\\).*");

    private static final Pattern WRITES_ARGUMENT =
            Pattern.compile("(sort|reverse|shuffle)\\(Ljava/util/List;\\)V");

    private ObjectCalls() {}

    private static Set<String> types(String... groups) {
        Set<String> names = new HashSet<>();
        for (String group : groups) {
            String dir = group.substring(0, group.split(" ", 2)[0].lastIndexOf('/') + 1);
            for (String name : group.substring(dir.length()).split(" ", -1)) {
                names.add(dir + name);
            }
        }
        return Set.copyOf(names);
    }

    /** What the call does to its receiver; null for nothing. */
    static @Nullable Effect onReceiver(int opcode, String owner, String method) {
        if (opcode == Opcodes.INVOKESTATIC || opcode == Opcodes.INVOKESPECIAL || !owner.startsWith("java/")) {
            return null;
        }
        for (Row row : TABLE) {
            if (row.owners.contains(owner)) {
                return effect(row, method);
            }
        }
        return null;
    }

    private static @Nullable Effect effect(Row row, String method) {
        if (row.read.matcher(method).matches()) {
            return Effect.READ;
        }
        if (row.write.matcher(method).matches()) {
            return Effect.WRITE;
        }
        if (row.view.matcher(method).matches()) {
            return Effect.VIEW;
        }
        return row.readView.matcher(method).matches() ? Effect.READ_VIEW : null;
    }

    /** Whether the call makes a view of its receiver. */
    static boolean makesView(int opcode, String owner, String method, String descriptor) {
        Effect effect = onReceiver(opcode, owner, method);
        return (effect == Effect.VIEW || effect == Effect.READ_VIEW)
                && Type.getReturnType(descriptor).getSort() == Type.OBJECT;
    }

    /** What the call does to its last argument; null for nothing. */
    static @Nullable Effect onLastArgument(String owner, String method, String descriptor) {
        if (!owner.startsWith("java/util/") && !owner.equals("java/lang/String")) {
            return null;
        }
        String call = method + descriptor;
        if (READS_ARGUMENT.matcher(call).matches()) {
            return Effect.READ;
        }
        return owner.equals("java/util/Collections") && WRITES_ARGUMENT.matcher(call).matches() ? Effect.WRITE : null;
    }

    /** Whether the call may concern such an object. */
    static boolean concerns(int opcode, String owner, String method, String descriptor) {
        return onReceiver(opcode, owner, method) != null || onLastArgument(owner, method, descriptor) != null;
    }
}
