/**
 * The rules of deadlock potential: locks that threads take in different orders.
 *
 * <p>In: complete {@link dev.photofinish.analyzer.trace.WindowTrace}s of one instance, one after the other. Out: {@link
 * dev.photofinish.analyzer.finding.LockCycle}s, one for each fingerprint in a window. {@link
 * dev.photofinish.analyzer.lockorder.LockOrderGraph} is the door; it remembers the orders of all windows, bounded. One thread.
 *
 * <p>The algorithm is Goodlock with gate locks and segments (Havelund, SPIN 2000; Bensalem and Havelund, PADTAD 2005), with
 * happens-before by everything but locks in the place of start and join.
 */
@NullMarked
package dev.photofinish.analyzer.lockorder;

import org.jspecify.annotations.NullMarked;
