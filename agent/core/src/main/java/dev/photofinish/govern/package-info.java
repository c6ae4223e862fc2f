/**
 * What the agent costs, and whether it may go on: clocks, the meter, the governor that holds the budget, the switches that put
 * it to sleep.
 *
 * <p>In: the costs of windows, weavings and threads. Out: how much a window may cost, how long to rest after it, when to sleep.
 * The meter is fed and read by the scheduler's thread; its sums may be read by any.
 */
@NullMarked
package dev.photofinish.govern;

import org.jspecify.annotations.NullMarked;
