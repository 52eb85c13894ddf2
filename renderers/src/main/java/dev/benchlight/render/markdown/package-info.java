/// Markdown as native nodes, one virtualised cell a block.
@NullMarked
package dev.benchlight.render.markdown;

import org.jspecify.annotations.NullMarked;
