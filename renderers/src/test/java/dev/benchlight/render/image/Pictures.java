package dev.benchlight.render.image;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.zip.CRC32;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;

/// Image files made for tests.
final class Pictures {
    private Pictures() {}

    static BufferedImage drawn(int width, int height, int type) {
        BufferedImage image = new BufferedImage(width, height, type);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(new Color(0x20, 0x80, 0xe0));
        graphics.fillOval(0, 0, width, height);
        graphics.dispose();
        return image;
    }

    static byte[] encoded(String format, int width, int height) {
        int type = format.equals("png") ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(drawn(width, height, type), format, out)) {
                throw new IllegalArgumentException(format);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static byte[] animatedGif() {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (var out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            for (int i = 0; i < 3; i++) {
                BufferedImage frame = drawn(20 + i, 20, BufferedImage.TYPE_INT_RGB);
                writer.writeToSequence(new IIOImage(frame, null, null), null);
            }
            writer.endWriteSequence();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /// A PNG of a few bytes whose header claims any size.
    static byte[] claimingPng(int width, int height) {
        byte[] png = encoded("png", 1, 1);
        ByteBuffer buffer = ByteBuffer.wrap(png);
        buffer.putInt(16, width).putInt(20, height);
        CRC32 sum = new CRC32();
        sum.update(png, 12, 17);
        buffer.putInt(29, (int) sum.getValue());
        return png;
    }

    /// A JPEG of a few bytes whose frame header claims any size.
    static byte[] claimingJpeg(int width, int height) {
        byte[] jpeg = encoded("jpeg", 1, 1);
        int at = 2;
        while (jpeg[at + 1] != (byte) 0xc0) {
            at += 2 + (Byte.toUnsignedInt(jpeg[at + 2]) << 8 | Byte.toUnsignedInt(jpeg[at + 3]));
        }
        ByteBuffer.wrap(jpeg).putShort(at + 5, (short) height).putShort(at + 7, (short) width);
        return jpeg;
    }

    /// A BMP of a few bytes whose header claims any size.
    static byte[] claimingBmp(int width, int height) {
        byte[] bmp = encoded("bmp", 1, 1);
        ByteBuffer.wrap(bmp).order(ByteOrder.LITTLE_ENDIAN).putInt(18, width).putInt(22, height);
        return bmp;
    }

    /// A lossless WebP of a few bytes whose header claims any size up to 16,384 a side.
    static byte[] claimingWebp(int width, int height) {
        byte[] webp =
                Base64.getDecoder().decode("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==");
        ByteBuffer.wrap(webp)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(21, (width - 1) | (height - 1) << 14 | 1 << 28);
        return webp;
    }

    /// A GIF of a few bytes whose first frame claims any size.
    static byte[] claimingGif(int width, int height) {
        byte[] gif = encoded("gif", 1, 1);
        int frame = 13 + 3 * (2 << (gif[10] & 7));
        while (gif[frame] != 0x2c) {
            frame += 2;
            while (gif[frame] != 0) {
                frame += 1 + (gif[frame] & 0xff);
            }
            frame++;
        }
        for (int at : new int[] {6, frame + 5}) {
            gif[at] = (byte) width;
            gif[at + 1] = (byte) (width >> 8);
            gif[at + 2] = (byte) height;
            gif[at + 3] = (byte) (height >> 8);
        }
        return gif;
    }
}
