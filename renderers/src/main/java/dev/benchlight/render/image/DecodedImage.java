package dev.benchlight.render.image;

import dev.benchlight.render.Sniffed;

import javafx.scene.image.Image;

/// An image that is ready to be drawn. `odd` says what was wrong with its data or is left out, and
/// is empty if all is well.
record DecodedImage(Sniffed kind, Image image, String odd) {
    int width() {
        return (int) image.getWidth();
    }

    int height() {
        return (int) image.getHeight();
    }
}
