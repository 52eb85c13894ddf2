package dev.benchlight.app.cli;

import dev.benchlight.mcp.Content;
import dev.benchlight.mcp.ResourceContents;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Iterator;
import java.util.Locale;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/// Content for a terminal: text as text, anything else as a line that says what it is.
final class ContentText {
    private ContentText() {}

    static String of(Content content) {
        return switch (content) {
            case Content.Text text -> Visible.text(text.text());
            case Content.Image image -> binary("image", image.mimeType(), image.data());
            case Content.Audio audio -> binary("audio", audio.mimeType(), audio.data());
            case Content.EmbeddedResource embedded -> of(embedded.resource());
            case Content.ResourceLink link ->
                    "[resource link "
                            + Visible.line(link.resource().uri() + " " + link.resource().name())
                                    .strip()
                            + "]";
            case Content.Unknown unknown -> Visible.text(Printer.pretty(unknown.json()));
        };
    }

    static String of(ResourceContents contents) {
        if (!contents.json().isObject()) {
            return of(new Content.Unknown(contents.json()));
        }
        if (contents.text().isPresent()) {
            return Visible.text(contents.text().get());
        }
        String uri = Visible.line(contents.uri());
        return contents.blob()
                .map(blob -> binary("resource " + uri, contents.mimeType(), blob))
                .orElse("[resource " + uri + ", without text or bytes]");
    }

    private static String binary(String what, String type, String base64) {
        String declared = type.isBlank() ? "no type given" : Visible.line(type);
        byte[] bytes;
        try {
            bytes = Base64.getMimeDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            return "[%s, %s, not valid base64]".formatted(what, declared);
        }
        return "[%s, %s, %s%s]"
                .formatted(what, declared, size(bytes.length), dimensions(type, bytes));
    }

    /// From the header alone; nothing is decoded.
    private static String dimensions(String type, byte[] bytes) {
        if (!type.startsWith("image/")) {
            return "";
        }
        ImageIO.setUseCache(false);
        try (var stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                return ", size not known";
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(stream);
                return ", " + reader.getWidth(0) + "×" + reader.getHeight(0);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            return ", damaged";
        }
    }

    static String size(long bytes) {
        if (bytes < 1024) {
            return bytes + " B";
        }
        return bytes < 1 << 20
                ? String.format(Locale.ROOT, "%.1f KB", bytes / 1024.0)
                : String.format(Locale.ROOT, "%.1f MB", bytes / 1048576.0);
    }
}
