/** Many programs at once, over and over, with everything that goes wrong in a JVM beside them: what soundness is tested under. */
@NullMarked
package dev.photofinish.storm;

import org.jspecify.annotations.NullMarked;
