package dev.benchlight.render;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// What bytes are by their first few, whatever they were declared as.
public enum Sniffed {
    PNG("PNG image", "image/png", "png"),
    JPEG("JPEG image", "image/jpeg", "jpg"),
    GIF("GIF image", "image/gif", "gif"),
    BMP("BMP image", "image/bmp", "bmp"),
    WEBP("WebP image", "image/webp", "webp"),
    WAV("WAV audio", "audio/wav", "wav"),
    AIFF("AIFF audio", "audio/aiff", "aiff"),
    AU("AU audio", "audio/basic", "au"),
    MP3("MP3 audio", "audio/mpeg", "mp3"),
    OGG("Ogg audio", "audio/ogg", "ogg"),
    FLAC("FLAC audio", "audio/flac", "flac"),
    MP4("MP4 media", "video/mp4", "mp4"),
    PDF("PDF document", "application/pdf", "pdf"),
    ZIP("ZIP archive", "application/zip", "zip"),
    GZIP("gzip data", "application/gzip", "gz"),
    TEXT("text", "text/plain", "txt"),
    BINARY("binary data", "application/octet-stream", "bin");

    private static final int TEXT_PROBE = 4096;

    private final String label;
    private final String mediaType;
    private final String extension;

    Sniffed(String label, String mediaType, String extension) {
        this.label = label;
        this.mediaType = mediaType;
        this.extension = extension;
    }

    public String label() {
        return label;
    }

    public String mediaType() {
        return mediaType;
    }

    /// The usual file name extension, without a dot.
    public String extension() {
        return extension;
    }

    public boolean isImage() {
        return compareTo(WEBP) <= 0;
    }

    public boolean isAudio() {
        return compareTo(WAV) >= 0 && compareTo(FLAC) <= 0;
    }

    /// Looks at no more than the first 4 KB.
    public static Sniffed of(byte[] bytes) {
        Sniffed container = container(bytes);
        if (container != BINARY) {
            return container;
        }
        return looksLikeText(bytes) ? TEXT : BINARY;
    }

    private static Sniffed container(byte[] b) {
        if (at(b, 0, "\u0089PNG\r\n\u001a\n")) {
            return PNG;
        } else if (at(b, 0, "\u00ff\u00d8\u00ff")) {
            return JPEG;
        } else if (at(b, 0, "GIF87a") || at(b, 0, "GIF89a")) {
            return GIF;
        } else if (at(b, 0, "BM") && b.length > 26 && b[14] >= 12 && b[15] == 0) {
            return BMP;
        } else if (at(b, 0, "RIFF")) {
            return at(b, 8, "WEBP") ? WEBP : at(b, 8, "WAVE") ? WAV : BINARY;
        } else if (at(b, 0, "FORM") && (at(b, 8, "AIFF") || at(b, 8, "AIFC"))) {
            return AIFF;
        } else if (at(b, 0, ".snd")) {
            return AU;
        } else {
            return compressed(b);
        }
    }

    private static Sniffed compressed(byte[] b) {
        boolean mpegFrame = b.length > 2 && (b[0] & 0xff) == 0xff && (b[1] & 0xe6) == 0xe2;
        if (at(b, 0, "ID3") || mpegFrame) {
            return MP3;
        } else if (at(b, 0, "OggS")) {
            return OGG;
        } else if (at(b, 0, "fLaC")) {
            return FLAC;
        } else if (at(b, 4, "ftyp")) {
            return MP4;
        } else if (at(b, 0, "%PDF-")) {
            return PDF;
        } else if (at(b, 0, "PK\u0003\u0004")) {
            return ZIP;
        } else {
            return at(b, 0, "\u001f\u008b") ? GZIP : BINARY;
        }
    }

    private static boolean at(byte[] bytes, int offset, String magic) {
        if (bytes.length < offset + magic.length()) {
            return false;
        }
        for (int i = 0; i < magic.length(); i++) {
            if ((bytes[offset + i] & 0xff) != magic.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /// UTF-8 without NUL and with few control characters. A multi-byte character cut at the end of
    /// the probe is no fault.
    private static boolean looksLikeText(byte[] bytes) {
        int length = Math.min(bytes.length, TEXT_PROBE);
        int odd = 0;
        for (int i = 0; i < length; i++) {
            int b = bytes[i] & 0xff;
            if (b == 0) {
                return false;
            }
            if (b < 0x20 && b != '\n' && b != '\r' && b != '\t' && b != 0x1b) {
                odd++;
            }
        }
        String text = new String(bytes, 0, length, StandardCharsets.UTF_8);
        long broken = text.chars().filter(c -> c == 0xfffd).count();
        return (odd + broken) * 50 <= length + 50L && (length > 8 || odd + broken == 0);
    }

    /// Whether the text is an SVG document; looks at the first 1,000 characters.
    public static boolean isSvg(String text) {
        String start = text.substring(0, Math.min(text.length(), 1000)).stripLeading();
        return start.startsWith("<") && start.toLowerCase(Locale.ROOT).contains("<svg");
    }
}
