/**
 * The load on the sample service: customers and staff that send HTTP requests over loopback.
 *
 * <p>In: the address of the service and a rate. Out: requests, and counts of what was answered. Each person is one thread
 * that acts, pauses and never catches up, so the rate is bounded whatever happens to the service. Failed requests are
 * counted, and the first of each kind is logged.
 */
@NullMarked
package dev.photofinish.demo.load;

import org.jspecify.annotations.NullMarked;
