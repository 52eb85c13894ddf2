package dev.benchlight.render.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;

class PreparedTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "abc",
                "grün",
                "日本語",
                "😀 a 😀",
                "\ud83d half",
                "\ude00",
                "ߊ\u07ff\u0800"
            })
    void sizeIsWhatUtf8Takes(String text) {
        assertThat(new PreparedText(text, Highlighter.none()).bytes())
                .isEqualTo(text.getBytes(StandardCharsets.UTF_8).length);
    }
}
