/**
 * The web page: what was found, for a person, rendered here as plain HTML.
 *
 * <p>In: the store's findings, contention and agents. Out: one page, and one per finding. Class, method, field and thread
 * names come from the monitored JVM and are hostile until escaped: {@code Html} escapes every text and attribute, and the
 * content security policy allows no script at all. The door is {@link dev.photofinish.analyzer.page.PageRoutes}. Runs on the
 * server's threads and holds no state.
 */
@NullMarked
package dev.photofinish.analyzer.page;

import org.jspecify.annotations.NullMarked;
