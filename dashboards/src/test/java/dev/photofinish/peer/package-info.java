/**
 * The programs that read what this module ships (Prometheus, Alertmanager, kubectl, systemd) and how the tests run them.
 *
 * <p>In: a command line. Out: exit code and output, or a server that is up. Door: {@link dev.photofinish.peer.Peer}. A
 * peer that is not installed skips the test with a visible message, or fails it where {@code PHOTOFINISH_PEERS=required} is
 * set. Whatever was started ends with its test; any thread.
 */
@NullMarked
package dev.photofinish.peer;

import org.jspecify.annotations.NullMarked;
