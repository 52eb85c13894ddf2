/// Resource links, embedded resources and content of unknown types.
@NullMarked
package dev.benchlight.render.card;

import org.jspecify.annotations.NullMarked;
