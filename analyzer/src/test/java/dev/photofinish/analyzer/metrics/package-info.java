/** What is exported. */
@NullMarked
package dev.photofinish.analyzer.metrics;

import org.jspecify.annotations.NullMarked;
