package dev.benchlight.render.image;

import dev.benchlight.render.PixelBudget;
import dev.benchlight.render.Sniffed;

import javafx.scene.image.Image;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/// A small picture that others sent, such as an icon. It is looked at before it is decoded. Not for
/// the JavaFX thread.
public final class SmallImage {
    /// In pixels.
    public static final int LONGEST_SIDE = 512;

    private static final Set<Sniffed> KINDS = EnumSet.of(Sniffed.PNG, Sniffed.JPEG, Sniffed.WEBP);

    private SmallImage() {}

    /// @param mediaType what it is said to be, which must be true
    /// @return empty if it is something else, broken, or larger
    public static Optional<Image> of(byte[] bytes, String mediaType) throws InterruptedException {
        Sniffed kind = Sniffed.of(bytes);
        String said = mediaType.toLowerCase(Locale.ROOT).replace("image/jpg", "image/jpeg");
        if (!KINDS.contains(kind) || !kind.mediaType().equals(said) || !isSmall(kind, bytes)) {
            return Optional.empty();
        }
        try {
            return Optional.of(ImageDecoder.decode(bytes, new PixelBudget()).image());
        } catch (ImageDecoder.RefusedException | ImageDecoder.NoRoomException _) {
            return Optional.empty();
        }
    }

    private static boolean isSmall(Sniffed kind, byte[] bytes) {
        Iterator<ImageReader> readers =
                ImageIO.getImageReadersByFormatName(kind.name().toLowerCase(Locale.ROOT));
        if (!readers.hasNext()) {
            return false;
        }
        ImageReader reader = readers.next();
        try (ImageInputStream in =
                new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(in, false, true);
            return reader.getWidth(0) <= LONGEST_SIDE && reader.getHeight(0) <= LONGEST_SIDE;
        } catch (IOException | RuntimeException _) {
            return false;
        } finally {
            reader.dispose();
        }
    }
}
