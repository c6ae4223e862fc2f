@NullMarked
package dev.photofinish.demo.shop;

import org.jspecify.annotations.NullMarked;
