/// Raster images, sized from the header before anything is decoded.
@NullMarked
package dev.benchlight.render.image;

import org.jspecify.annotations.NullMarked;
