package dev.photofinish.analyzer.lockorder;

/**
 * A lock taken under another, as it outlives the process that saw it: without what orders it within its windows.
 *
 * @param firstWindow where such a one was seen first
 * @param lastWindow where it was seen last
 */
public record RememberedOrder(long firstWindow, long lastWindow, NestedLock taken) {}
