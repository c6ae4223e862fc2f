/**
 * Tests of {@code deploy/demo.sh}: it runs in a copy of the repository's layout, with
 * programs that stand in for the agent, the analyzer and the sample service and fail as told. DemoIT runs the real ones.
 */
@NullMarked
package dev.photofinish.demo.script;

import org.jspecify.annotations.NullMarked;
