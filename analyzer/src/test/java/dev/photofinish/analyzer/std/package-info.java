/** Tests of the STD format against the definition of happens-before. */
@NullMarked
package dev.photofinish.analyzer.std;

import org.jspecify.annotations.NullMarked;
