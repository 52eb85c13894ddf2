package dev.benchlight.render.image;

import dev.benchlight.render.PixelBudget;
import dev.benchlight.render.Sniffed;

import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/// Turns bytes into pixels, after a look at the header. Not on the JavaFX thread.
final class ImageDecoder {
    /// What an image may be at most: 160 MB of pixels, and what graphics cards take.
    static final long MOST_PIXELS = 40_000_000;

    static final int LONGEST_SIDE = 16_384;

    /// Above it every other pixel is left out: a picture is held twice, here and for the screen.
    static final long MOST_HELD = 16_000_000;

    private ImageDecoder() {}

    /// Why an image is not shown, as a sentence for the user.
    static final class RefusedException extends Exception {
        private static final long serialVersionUID = 1L;

        RefusedException(String sentence) {
            super(sentence);
        }
    }

    /// There is no room for its pixels, unless the user asks for it.
    static final class NoRoomException extends Exception {
        private static final long serialVersionUID = 1L;

        NoRoomException(String sentence) {
            super(sentence);
        }
    }

    /// Takes the pixels of the image from the budget, and keeps them where it succeeds.
    static DecodedImage decode(byte[] bytes, PixelBudget budget)
            throws RefusedException, NoRoomException, InterruptedException {
        Sniffed kind = Sniffed.of(bytes);
        Iterator<ImageReader> readers =
                ImageIO.getImageReadersByFormatName(kind.name().toLowerCase(Locale.ROOT));
        if (!kind.isImage() || !readers.hasNext()) {
            throw new RefusedException("This is not an image that can be shown.");
        }
        ImageReader reader = readers.next();
        try (ImageInputStream in =
                new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            // Metadata is left alone: it may be compressed, and large.
            reader.setInput(in, false, true);
            return decode(kind, reader, budget);
        } catch (IOException | RuntimeException e) {
            throw new RefusedException(
                    "This %s is broken or cut off%s."
                            .formatted(
                                    kind.label(),
                                    e.getMessage() == null ? "" : ": " + firstLine(e)));
        } catch (OutOfMemoryError e) {
            throw new RefusedException(
                    "There is not enough memory to show this %s.".formatted(kind.label()));
        } finally {
            reader.dispose();
        }
    }

    private static String firstLine(Exception e) {
        String line = String.valueOf(e.getMessage()).lines().findFirst().orElse("").strip();
        line = line.length() > 160 ? line.substring(0, 160) + "…" : line;
        return line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
    }

    private static DecodedImage decode(Sniffed kind, ImageReader reader, PixelBudget budget)
            throws IOException, RefusedException, NoRoomException, InterruptedException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        checkSize(kind, width, height);
        int step = (long) width * height > MOST_HELD ? 2 : 1;
        long pixels = (long) (width / step) * (height / step);
        if (!budget.take(pixels)) {
            throw new NoRoomException(
                    String.format(
                            Locale.ROOT,
                            "%s of %,d × %,d pixels, left out to save memory: the images before it"
                                    + " hold much already.",
                            kind.label(),
                            width,
                            height));
        }
        boolean done = false;
        try {
            DecodedImage image = decode(kind, reader, step, pixels);
            done = true;
            return image;
        } finally {
            if (!done) {
                budget.give(pixels);
            }
        }
    }

    private static DecodedImage decode(Sniffed kind, ImageReader reader, int step, long pixels)
            throws IOException, InterruptedException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        boolean animated = kind == Sniffed.GIF && hasSecondFrame(reader);
        List<String> odd = new ArrayList<>();
        reader.addIIOReadWarningListener((_, _) -> {
            if (odd.isEmpty()) {
                odd.add("The data is damaged or cut off: parts may be missing.");
            }
        });
        stopIfInterrupted();
        ImageReadParam param = reader.getDefaultReadParam();
        if (step > 1) {
            param.setSourceSubsampling(step, step, 0, 0);
            odd.add("Every other pixel is left out, as there are so many.");
        }
        BufferedImage read = reader.read(0, param);
        stopIfInterrupted();
        if (animated) {
            odd.add("This GIF is animated; its first frame is shown.");
        }
        return new DecodedImage(kind, pixels(read), pixels, width, height, String.join(" ", odd));
    }

    private static void checkSize(Sniffed kind, int width, int height) throws RefusedException {
        if (width > LONGEST_SIDE || height > LONGEST_SIDE || (long) width * height > MOST_PIXELS) {
            throw new RefusedException(
                    String.format(
                            Locale.ROOT,
                            "This %s says it is %,d × %,d pixels. Up to 40 million pixels and"
                                    + " 16,384 a side are shown.",
                            kind.label(),
                            width,
                            height));
        }
    }

    private static boolean hasSecondFrame(ImageReader reader) {
        try {
            return reader.getWidth(1) > 0;
        } catch (IOException | IndexOutOfBoundsException e) {
            return false;
        }
    }

    private static WritableImage pixels(BufferedImage read) {
        int width = read.getWidth();
        int height = read.getHeight();
        BufferedImage plain = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D graphics = plain.createGraphics();
        graphics.setComposite(AlphaComposite.Src);
        graphics.drawImage(read, 0, 0, null);
        graphics.dispose();
        IntBuffer data =
                IntBuffer.wrap(((DataBufferInt) plain.getRaster().getDataBuffer()).getData());
        return new WritableImage(
                new PixelBuffer<>(width, height, data, PixelFormat.getIntArgbPreInstance()));
    }

    private static void stopIfInterrupted() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }
}
