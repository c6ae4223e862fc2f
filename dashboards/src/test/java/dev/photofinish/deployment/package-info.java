/**
 * The deployment files of {@code deploy/}, held against what reads them, as far as that runs without a cluster or an engine for
 * containers: kubectl renders, systemd-analyze verifies, promtool checks, and the objects are read with the types of the
 * Kubernetes API.
 *
 * <p>In: the files. Out: a verdict. Not done here: no image is built and no cluster asked.
 */
@NullMarked
package dev.photofinish.deployment;

import org.jspecify.annotations.NullMarked;
