/** Small drivers of other people's programs: {@link dev.photofinish.driver.LogbackDriver}. */
@NullMarked
package dev.photofinish.driver;

import org.jspecify.annotations.NullMarked;
