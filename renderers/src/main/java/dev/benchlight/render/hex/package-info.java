/// Bytes as offset, hex and ASCII.
@NullMarked
package dev.benchlight.render.hex;

import org.jspecify.annotations.NullMarked;
