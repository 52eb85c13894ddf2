/// The JSON tree.
@NullMarked
package dev.benchlight.render.json;

import org.jspecify.annotations.NullMarked;
