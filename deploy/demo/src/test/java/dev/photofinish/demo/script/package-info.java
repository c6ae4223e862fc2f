/**
 * Tests of {@code deploy/demo.sh}: it runs in a copy of the repository's layout, with the real sample service and with
 * programs that stand in for the agent and the analyzer and fail as told.
 */
@NullMarked
package dev.photofinish.demo.script;

import org.jspecify.annotations.NullMarked;
