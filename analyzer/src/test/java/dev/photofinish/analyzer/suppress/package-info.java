/** Tests of suppressions. */
@NullMarked
package dev.photofinish.analyzer.suppress;

import org.jspecify.annotations.NullMarked;
