/// Tokenisers for highlighting: text in, coloured spans out. No JavaFX.
@NullMarked
package dev.benchlight.render.syntax;

import org.jspecify.annotations.NullMarked;
