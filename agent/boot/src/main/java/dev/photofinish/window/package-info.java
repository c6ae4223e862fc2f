/**
 * Whether probes may look now: the gates, and the protocol by which a window opens and closes.
 *
 * <p>In: the agent's scheduler. Out: the gates that every probe reads, and the window's last events. Opening and closing
 * run on one agent thread, but for windows that it only prepares, which a thread of the application opens; reading the gates
 * costs the application one plain load.
 */
@NullMarked
package dev.photofinish.window;

import org.jspecify.annotations.NullMarked;
