/**
 * What {@code deploy/demo.sh} prints: asks the analyzer until it has found what the sample service hides, then tells it.
 *
 * <p>In: the analyzer's {@code /api/v1/findings} and {@code /api/v1/contention}, and {@code EXPECTED.txt}. Out: text for a
 * person, and an exit code. One thread. Unknown keys in an answer are ignored.
 */
@NullMarked
package dev.photofinish.demo.report;

import org.jspecify.annotations.NullMarked;
