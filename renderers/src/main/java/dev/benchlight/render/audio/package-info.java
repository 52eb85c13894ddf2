/// Audio that the Java platform can play, and an honest panel for the rest.
@NullMarked
package dev.benchlight.render.audio;

import org.jspecify.annotations.NullMarked;
