/** What stands on the page. */
@NullMarked
package dev.photofinish.analyzer.page;

import org.jspecify.annotations.NullMarked;
