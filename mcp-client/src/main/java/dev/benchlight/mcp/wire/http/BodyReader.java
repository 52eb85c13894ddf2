package dev.benchlight.mcp.wire.http;

import okhttp3.Response;

import okio.BufferedSource;
import okio.GzipSource;
import okio.Okio;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.ZipException;

/// Reads response bodies, decompressed by us so that what is counted is what is held.
final class BodyReader {
    private BodyReader() {}

    /// A body, as far as it came.
    ///
    /// @param overLimit whether there was more than the limit
    /// @param length of the whole as far as known: what the server declared, else what was read
    /// @param failure what ended it early, or null
    record Body(
            @SuppressWarnings("ArrayRecordComponent") byte[] bytes,
            boolean overLimit,
            long length,
            @Nullable IOException failure) {}

    /// The decompressed body.
    ///
    /// @throws IOException for an encoding that was not asked for
    static BufferedSource decoded(Response response) throws IOException {
        String encoding =
                response.headers().values("Content-Encoding").isEmpty()
                        ? "identity"
                        : String.join(",", response.headers().values("Content-Encoding"));
        return switch (encoding.strip().toLowerCase(Locale.ROOT)) {
            case "gzip", "x-gzip" -> unzipped(response.body().source());
            case "identity", "" -> response.body().source();
            default -> throw new UnknownEncodingException(encoding);
        };
    }

    /// An empty body is none, and needs no head either.
    private static BufferedSource unzipped(BufferedSource source) throws IOException {
        if (source.exhausted()) {
            return source;
        }
        boolean zipped = source.request(2) && source.getBuffer().getByte(0) == 0x1f;
        if (!zipped || source.getBuffer().getByte(1) != (byte) 0x8b) {
            throw new ZipException("no gzip");
        }
        return Okio.buffer(new GzipSource(source));
    }

    static Body read(Response response, int limit) {
        byte[] bytes = new byte[initialSize(response, limit)];
        int length = 0;
        try (BufferedSource source = decoded(response)) {
            while (true) {
                if (length == bytes.length) {
                    if (length >= limit) {
                        boolean more = !source.exhausted();
                        return new Body(
                                bytes, more, more ? declared(response, length) : length, null);
                    }
                    if (source.exhausted()) {
                        return new Body(bytes, false, length, null);
                    }
                    bytes = Arrays.copyOf(bytes, (int) Math.min(limit, bytes.length * 2L));
                }
                int count = source.read(bytes, length, bytes.length - length);
                if (count < 0) {
                    return new Body(trim(bytes, length), false, length, null);
                }
                length += count;
            }
        } catch (IOException e) {
            return new Body(trim(bytes, length), false, length, e);
        }
    }

    /// A declared length is of the body before decompression.
    private static long declared(Response response, long read) {
        boolean plain = response.header("Content-Encoding", "identity").equals("identity");
        return plain ? Math.max(read, response.body().contentLength()) : read;
    }

    private static int initialSize(Response response, int limit) {
        long declared = response.body().contentLength();
        return (int) Math.min(limit, declared > 0 && declared < 1 << 20 ? declared : 8_192);
    }

    private static byte[] trim(byte[] bytes, int length) {
        return length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
    }

    /// A `Content-Encoding` that this client did not offer.
    static final class UnknownEncodingException extends IOException {
        private static final long serialVersionUID = 1;

        UnknownEncodingException(String encoding) {
            super(encoding);
        }
    }
}
