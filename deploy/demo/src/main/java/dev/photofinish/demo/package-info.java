/**
 * The sample service: two editions of an order shop behind HTTP on loopback, under a load of its own.
 *
 * <p>In: HTTP requests, from its own load generator and anyone on this host. Out: JSON. {@link
 * dev.photofinish.demo.Demo} is the command; it runs until it is told to end by a signal. Threads: Jetty's for requests,
 * the shops' and the load generator's own.
 */
@NullMarked
package dev.photofinish.demo;

import org.jspecify.annotations.NullMarked;
