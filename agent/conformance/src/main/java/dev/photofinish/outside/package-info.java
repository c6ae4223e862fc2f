/**
 * Classes that the conformance programs use and that are never woven for their fields, as a library of the application
 * would be: {@link dev.photofinish.outside.Marker} to fix a schedule without ordering anything, {@link
 * dev.photofinish.outside.Mailbox} for synchronization that lies outside the included packages.
 */
@NullMarked
package dev.photofinish.outside;

import org.jspecify.annotations.NullMarked;
