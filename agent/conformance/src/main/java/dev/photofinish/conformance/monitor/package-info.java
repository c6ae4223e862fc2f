/** Programs about monitors: blocks, methods, exceptional exit, reentrancy, wait and notify. */
@NullMarked
package dev.photofinish.conformance.monitor;

import org.jspecify.annotations.NullMarked;
