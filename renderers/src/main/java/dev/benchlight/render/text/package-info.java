/// The line view for text of any size, and the text renderer.
@NullMarked
package dev.benchlight.render.text;

import org.jspecify.annotations.NullMarked;
