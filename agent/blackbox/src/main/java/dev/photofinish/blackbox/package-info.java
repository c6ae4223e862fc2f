/** How black-box tests find the JDKs of the machine and the shipped jars, and run commands. */
@NullMarked
package dev.photofinish.blackbox;

import org.jspecify.annotations.NullMarked;
