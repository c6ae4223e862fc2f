/**
 * The agent's life inside the monitored JVM: options, start, status, end.
 *
 * <p>In: the arguments of {@code -javaagent} or of an attach. Out: weaving, a recording, the agent's threads; all of it taken
 * back by {@link dev.photofinish.agent.Agent#close}. The door is {@link dev.photofinish.agent.AgentDoor}, which the entry class
 * calls by reflection from the application's loader.
 */
@NullMarked
package dev.photofinish.agent;

import org.jspecify.annotations.NullMarked;
