/**
 * What the analyzer tells over HTTP: findings, contention, agents, health and metrics, as JSON or as Prometheus reads it.
 *
 * <p>In: requests, whose parameters are checked one by one; an unknown parameter is an error. Out: what the store holds at
 * that moment. The door is {@link dev.photofinish.analyzer.api.ApiRoutes}; the description, {@code openapi.json}, is kept by
 * hand and held against the routes and their answers by a test. Runs on the server's threads and holds no state.
 */
@NullMarked
package dev.photofinish.analyzer.api;

import org.jspecify.annotations.NullMarked;
