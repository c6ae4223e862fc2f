/**
 * The only classes of the agent that the application's class loader can see: they append the boot jar, make the isolated
 * loader, and hand over.
 */
@NullMarked
package dev.photofinish.entry;

import org.jspecify.annotations.NullMarked;
