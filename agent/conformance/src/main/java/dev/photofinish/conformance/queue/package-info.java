/** Programs about queues: what orders is the element, not the queue. */
@NullMarked
package dev.photofinish.conformance.queue;

import org.jspecify.annotations.NullMarked;
