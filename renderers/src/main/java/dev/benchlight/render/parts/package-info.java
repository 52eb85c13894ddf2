/// Small controls the views share.
@NullMarked
package dev.benchlight.render.parts;

import org.jspecify.annotations.NullMarked;
