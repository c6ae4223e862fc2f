/** The workloads under the shipped agent, and the list of what may be reported of them. */
@NullMarked
package dev.photofinish.blackbox;

import org.jspecify.annotations.NullMarked;
