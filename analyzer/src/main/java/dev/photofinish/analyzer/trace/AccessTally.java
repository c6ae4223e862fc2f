package dev.photofinish.analyzer.trace;

/**
 * How often the agent recorded an access to one variable under one set of locks. Evidence only: no verdict needs it.
 *
 * @param site one that accesses the variable
 * @param object number of the object; a static field has one of its own, in STD traces 0
 * @param index array index; -1 for a field
 * @param lockSet id of the locks held; 0 for none, -1 for sets that were not told apart
 * @param count recorded accesses: those of one thread between two synchronizations count once
 */
public record AccessTally(long window, int site, long object, int index, int lockSet, int count)
        implements TraceEvent {}
