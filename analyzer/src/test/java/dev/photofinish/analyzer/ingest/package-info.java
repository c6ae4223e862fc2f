/** The order and the bounds of the queue. */
@NullMarked
package dev.photofinish.analyzer.ingest;

import org.jspecify.annotations.NullMarked;
