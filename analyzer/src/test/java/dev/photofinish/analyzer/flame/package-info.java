/** What stands in a flame graph, and what a browser makes of it. */
@NullMarked
package dev.photofinish.analyzer.flame;

import org.jspecify.annotations.NullMarked;
