package dev.benchlight.mcp.wire.http;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;

import okio.Buffer;
import okio.BufferedSource;
import okio.ForwardingSource;
import okio.Okio;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPOutputStream;

class BodyReaderTest {
    private static Response response(byte[] body, @Nullable String encoding) {
        return response(new Buffer().write(body), body.length, encoding);
    }

    private static Response response(
            BufferedSource source, long length, @Nullable String encoding) {
        Response.Builder builder =
                new Response.Builder()
                        .request(new Request.Builder().url("http://h.test/").build())
                        .protocol(Protocol.HTTP_1_1)
                        .code(200)
                        .message("OK")
                        .body(ResponseBody.create(source, null, length));
        if (encoding != null) {
            builder.header("Content-Encoding", encoding);
        }
        return builder.build();
    }

    private static byte[] zipped(byte[] bytes) throws IOException {
        ByteArrayOutputStream result = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(result)) {
            zip.write(bytes);
        }
        return result.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 8_191, 8_192, 8_193, 20_000})
    void aBodyUpToTheLimitIsWhole(int size) {
        byte[] bytes = "z".repeat(size).getBytes(UTF_8);
        BodyReader.Body body = BodyReader.read(response(bytes, null), 20_000);
        assertThat(body.bytes()).isEqualTo(bytes);
        assertThat(body.overLimit()).isFalse();
        assertThat(body.failure()).isNull();
    }

    @Test
    void oneByteMoreIsOverTheLimitAndNothingMoreIsHeld() {
        byte[] bytes = new byte[20_001];
        BodyReader.Body body = BodyReader.read(response(bytes, null), 20_000);
        assertThat(body.overLimit()).isTrue();
        assertThat(body.bytes()).hasSize(20_000);
        assertThat(body.length()).isEqualTo(20_001);
    }

    @Test
    void theLengthOfWhatIsOverTheLimitIsTheDeclaredOneOrWhatWasRead() throws IOException {
        Buffer endless = new Buffer().write(new byte[30_000]);
        assertThat(BodyReader.read(response(endless.clone(), -1, null), 20_000).length())
                .isEqualTo(20_000);
        assertThat(BodyReader.read(response(endless, 1L << 40, null), 20_000).length())
                .isEqualTo(1L << 40);
        byte[] zipped = zipped(new byte[5_000_000]);
        assertThat(BodyReader.read(response(zipped, "gzip"), 1_000).length()).isEqualTo(1_000);
    }

    @Test
    void aDeclaredLengthIsNotBelieved() {
        BodyReader.Body body =
                BodyReader.read(response(new Buffer().writeUtf8("abc"), 1L << 40, null), 1_000);
        assertThat(body.bytes()).hasSize(3);
        assertThat(body.overLimit()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "x-gzip", "GZIP", " gzip "})
    void theLimitIsOfWhatIsHeldAndNotOfWhatWasSent(String encoding) throws IOException {
        byte[] bomb = zipped(new byte[5_000_000]);
        assertThat(bomb).hasSizeLessThan(10_000);
        BodyReader.Body body = BodyReader.read(response(bomb, encoding), 50_000);
        assertThat(body.overLimit()).isTrue();
        assertThat(body.bytes()).hasSize(50_000);
    }

    @Test
    void whatIsCompressedTwiceOrOtherwiseIsNotRead() throws IOException {
        for (String encoding : new String[] {"br", "zstd", "deflate", "gzip, gzip"}) {
            BodyReader.Body body = BodyReader.read(response(zipped(new byte[9]), encoding), 100);
            assertThat(body.failure()).isInstanceOf(BodyReader.UnknownEncodingException.class);
            assertThat(body.bytes()).isEmpty();
        }
    }

    @Test
    void aBodyThatIsNoGzipFails() {
        BodyReader.Body body =
                BodyReader.read(response("<html>not zipped".getBytes(UTF_8), "gzip"), 100);
        assertThat(body.failure()).isNotNull();
    }

    @Test
    void whatCameBeforeABreakIsKept() {
        BufferedSource source =
                Okio.buffer(
                        new ForwardingSource(new Buffer().writeUtf8("{\"jsonrpc\":")) {
                            @Override
                            public long read(Buffer sink, long count) throws IOException {
                                long read = super.read(sink, count);
                                if (read < 0) {
                                    throw new IOException("reset");
                                }
                                return read;
                            }
                        });
        BodyReader.Body body = BodyReader.read(response(source, 5_000, null), 10_000);
        assertThat(new String(body.bytes(), UTF_8)).isEqualTo("{\"jsonrpc\":");
        assertThat(body.failure()).hasMessage("reset");
    }
}
