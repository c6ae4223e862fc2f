/**
 * A process that asks a service of another JVM without end, and times what it gets, so that the JVM that is measured does nothing but serve.
 *
 * <p>In: the service's address and, on its standard input, when to begin timing and when to end. Out: a histogram. It ends with its input.
 */
@NullMarked
package dev.photofinish.load;

import org.jspecify.annotations.NullMarked;
