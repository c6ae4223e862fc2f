/** The service as a whole: real chunks over real HTTP into a real database. */
@NullMarked
package dev.photofinish.analyzer.serve;

import org.jspecify.annotations.NullMarked;
