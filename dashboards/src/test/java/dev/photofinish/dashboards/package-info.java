/**
 * The dashboards, rules and examples of this module, held against what reads them.
 *
 * <p>In: the files in {@code grafana}, {@code prometheus} and {@code alertmanager}; for the end-to-end test also the jar of the
 * analyzer and a recording made by the test itself. Out: a verdict. Peers: promtool, amtool, prometheus, prometheus-alertmanager.
 */
@NullMarked
package dev.photofinish.dashboards;

import org.jspecify.annotations.NullMarked;
