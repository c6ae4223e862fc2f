@NullMarked
package dev.photofinish.demo.report;

import org.jspecify.annotations.NullMarked;
