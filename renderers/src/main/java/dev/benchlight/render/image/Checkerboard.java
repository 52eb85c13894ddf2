package dev.benchlight.render.image;

import javafx.scene.image.Image;
import javafx.scene.image.PixelWriter;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundImage;
import javafx.scene.layout.BackgroundPosition;
import javafx.scene.layout.BackgroundRepeat;
import javafx.scene.layout.BackgroundSize;
import javafx.scene.layout.Region;

/// Squares behind transparent parts. They are translucent grey, so that they show on the light and
/// on the dark background alike.
final class Checkerboard extends Region {
    private static final int SQUARE = 8;
    private static final int GREY = 0x38808080;

    Checkerboard() {
        setBackground(
                new Background(
                        new BackgroundImage(
                                tile(),
                                BackgroundRepeat.REPEAT,
                                BackgroundRepeat.REPEAT,
                                BackgroundPosition.DEFAULT,
                                BackgroundSize.DEFAULT)));
    }

    private static Image tile() {
        WritableImage tile = new WritableImage(2 * SQUARE, 2 * SQUARE);
        PixelWriter writer = tile.getPixelWriter();
        for (int y = 0; y < SQUARE; y++) {
            for (int x = 0; x < SQUARE; x++) {
                writer.setArgb(x, y, GREY);
                writer.setArgb(x + SQUARE, y + SQUARE, GREY);
            }
        }
        return tile;
    }
}
