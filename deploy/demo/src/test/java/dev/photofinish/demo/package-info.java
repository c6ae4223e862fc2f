@NullMarked
package dev.photofinish.demo;

import org.jspecify.annotations.NullMarked;
