/** The contract of a store, and what is stored in the tests. */
@NullMarked
package dev.photofinish.analyzer.store;

import org.jspecify.annotations.NullMarked;
