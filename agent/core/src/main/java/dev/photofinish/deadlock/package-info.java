/**
 * Threads that wait for each other for ever, as the JVM knows them: over monitors and the locks of java.util.concurrent.
 *
 * <p>In: nothing. Out: a {@link dev.photofinish.event.DeadlockEvent} for each thread of a deadlock that is new, and how many
 * threads are in one. {@link dev.photofinish.deadlock.DeadlockWatch} is the door; one thread looks, any may ask.
 */
@NullMarked
package dev.photofinish.deadlock;

import org.jspecify.annotations.NullMarked;
