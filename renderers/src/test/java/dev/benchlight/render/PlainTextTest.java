package dev.benchlight.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;

class PlainTextTest {
    private static RenderInput bytes(String mediaType, byte... bytes) {
        return new RenderInput.Bytes("x", mediaType, bytes);
    }

    @Test
    void bytesAreTextByWhatTheyAreNotByWhatTheyAreCalled() {
        RenderInput text = bytes("image/png", "grün".getBytes(StandardCharsets.UTF_8));
        assertThat(PlainText.of(text)).contains("grün");
        RenderInput binary = bytes("text/plain", (byte) 0, (byte) 1, (byte) 2, (byte) 0xff);
        assertThat(PlainText.isText(binary)).isFalse();
        assertThat(PlainText.of(binary)).isEmpty();
        assertThat(PlainText.start(binary)).isEmpty();
    }

    @Test
    void theStartIsShortHoweverLongTheTextIs() {
        RenderInput text = new RenderInput.Text("x", "", "é".repeat(1_000_000));
        assertThat(PlainText.start(text)).hasSize(4096);
    }

    @Test
    void mediaTypesAreComparedWithoutParametersAndCase() {
        assertThat(PlainText.mediaType(bytes("Text/Markdown; charset=utf-8")))
                .isEqualTo("text/markdown");
    }

    @Test
    void jsonIsWhatSaysSoOrLooksLikeIt() {
        assertThat(PlainText.isJson(new RenderInput.Text("", "application/json", "oops"))).isTrue();
        assertThat(PlainText.isJson(new RenderInput.Text("", "model/gltf+json", "{"))).isTrue();
        assertThat(PlainText.isJson(new RenderInput.Text("", "", " {\"a\":1}"))).isTrue();
        assertThat(PlainText.isJson(new RenderInput.Text("", "", "[INFO] started"))).isFalse();
        RenderInput tree = new RenderInput.Json("", JsonMapper.shared().createObjectNode());
        assertThat(PlainText.isJson(tree)).isFalse();
        assertThat(PlainText.block(tree)).isPresent();
    }
}
