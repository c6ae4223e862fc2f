package dev.photofinish.analyzer.race;

/** What races: a field of an object, a static field, or an element of an array. */
record Variable(String field, long object, int index) implements Comparable<Variable> {
    @Override
    public int compareTo(Variable other) {
        int order = field.compareTo(other.field);
        order = order != 0 ? order : Long.compare(object, other.object);
        return order != 0 ? order : Integer.compare(index, other.index);
    }
}
