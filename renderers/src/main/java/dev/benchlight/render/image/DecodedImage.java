package dev.benchlight.render.image;

import dev.benchlight.render.Sniffed;

import javafx.scene.image.Image;

/// An image that is ready to be drawn.
///
/// @param pixels taken from the budget for `image`
/// @param width of the original in pixels; `image` may have fewer
/// @param odd says what was wrong with its data or is left out, and is empty if all is well
record DecodedImage(Sniffed kind, Image image, long pixels, int width, int height, String odd) {}
