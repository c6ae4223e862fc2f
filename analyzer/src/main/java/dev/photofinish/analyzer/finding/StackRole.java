package dev.photofinish.analyzer.finding;

/** Whose stacks they are, and what the time beside them is. */
public enum StackRole {
    /** Threads that waited for a lock, by the JDK's own events: all waits that are long enough. */
    WAITERS("waiters", "Time that threads waited for locks, from the JDK's own events"),
    /** The same in windows, sampled each millisecond of waiting: short waits too. */
    WAITERS_IN_WINDOWS("waiters-in-windows", "Time that threads waited for locks in windows, sampled each millisecond"),
    /** Threads that held a lock that others waited for, where they let go of it. */
    HOLDERS_IN_WINDOWS(
            "holders-in-windows",
            "Time that threads held locks that others waited for, in windows, sampled each millisecond");

    private final String label;
    private final String meaning;

    StackRole(String label, String meaning) {
        this.label = label;
        this.meaning = meaning;
    }

    /** The word for files and addresses. */
    public String label() {
        return label;
    }

    /** The same for people. */
    public String words() {
        return label.replace('-', ' ');
    }

    /** What the weight of a stack is, in a sentence without its full stop. */
    public String meaning() {
        return meaning;
    }
}
