/**
 * When to look, and at what: which fields are woven, when a window opens, whether it can be trusted.
 *
 * <p>In: the options, the loaded classes. Out: retransformations and windows. Runs on one agent thread, which is the only one
 * that opens windows.
 */
@NullMarked
package dev.photofinish.schedule;

import org.jspecify.annotations.NullMarked;
