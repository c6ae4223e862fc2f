/** The arithmetic and the page against known values, and one short measurement. */
@NullMarked
package dev.photofinish.overhead;

import org.jspecify.annotations.NullMarked;
