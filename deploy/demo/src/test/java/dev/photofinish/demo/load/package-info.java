@NullMarked
package dev.photofinish.demo.load;

import org.jspecify.annotations.NullMarked;
