/**
 * The JSON of findings: the keys that are public API, in one place for the commands and the HTTP answers.
 *
 * <p>In: records of {@code finding}. Out: a configured {@link com.fasterxml.jackson.databind.json.JsonMapper}. Keys are the names
 * of the record components, but for {@code class}, which is no name in Java. Guarded by a golden file in the tests.
 */
@NullMarked
package dev.photofinish.analyzer.json;

import org.jspecify.annotations.NullMarked;
