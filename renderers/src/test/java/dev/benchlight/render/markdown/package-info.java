/// Tests of the Markdown view.
@NullMarked
package dev.benchlight.render.markdown;

import org.jspecify.annotations.NullMarked;
