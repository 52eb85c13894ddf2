package dev.benchlight.app.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VisibleTextTest {
    /// Line end, right-to-left override, Hangul and Braille blanks, joiner, selectors, a tag, and
    /// one that does not exist.
    @ParameterizedTest
    @ValueSource(ints = {0xa, 0x202e, 0xa0, 0x3164, 0xffa0, 0x2800, 0x34f, 0xfe0f, 0xe0041, 0x378})
    void inTextThatIsApprovedNothingCannotBeSeen(int point) {
        assertThat(VisibleText.strict("a" + Character.toString(point) + "b"))
                .isEqualTo("a⟦U+%04X⟧b".formatted(point));
    }

    @Test
    void aNameStandsOnOneLine() {
        assertThat(VisibleText.name("files\n(trusted)\r\tx\u200B"))
                .isEqualTo("files⟦U+000A⟧(trusted)⟦U+000D⟧⟦U+0009⟧x⟦U+200B⟧");
        assertThat(VisibleText.name("abcdef", 3)).isEqualTo("abc…");
    }

    @Test
    void aSentenceBeginsWithACapital() {
        assertThat(VisibleText.sentence("no answer")).isEqualTo("No answer");
        assertThat(VisibleText.sentence("tools/call was cancelled")).startsWith("tools/call");
        assertThat(VisibleText.sentence("\u200Bno")).isEqualTo("⟦U+200B⟧no");
        assertThat(VisibleText.sentence("")).isEmpty();
    }
}
