/** Programs about final fields and racy publication. */
@NullMarked
package dev.photofinish.conformance.finals;

import org.jspecify.annotations.NullMarked;
