/** Programs about java.util.concurrent.locks and Semaphore. */
@NullMarked
package dev.photofinish.conformance.lock;

import org.jspecify.annotations.NullMarked;
