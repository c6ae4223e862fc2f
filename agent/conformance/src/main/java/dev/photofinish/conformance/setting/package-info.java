/** Programs about what is handed to the JDK for any thread to use. */
@NullMarked
package dev.photofinish.conformance.setting;

import org.jspecify.annotations.NullMarked;
