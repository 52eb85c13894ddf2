package dev.benchlight.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvisibleTest {
    @ParameterizedTest
    @CsvSource({
        "0, NUL",
        "7, BEL",
        "1b, ESC",
        "7f, DEL",
        "9b, U+009B",
        "ad, SHY",
        "61c, ALM",
        "200b, ZWSP",
        "200d, ZWJ",
        "202e, RLO",
        "2028, LS",
        "2066, LRI",
        "feff, BOM",
        "e0041, TAG A",
        "e0001, TAG",
        "e0100, VS",
        "3164, U+3164"
    })
    void whatCannotBeSeenHasAName(String hex, String name) {
        String text = "a" + Character.toString(Integer.parseInt(hex, 16)) + "b";
        assertThat(Invisible.at(text, 1)).isEqualTo(name);
        assertThat(Invisible.escape(text)).matches("a\\\\u.*b");
    }

    @Test
    void ordinaryTextHasNoneAndIsNotCopied() {
        String text = "a\tb\r\nc é 日 \ud83d\udc69\u200d\ud83d\udcbb \u2764\ufe0f Ω";
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            assertThat(Invisible.at(text, i)).as("at %s", i).isNull();
        }
        assertThat(Invisible.escape(text)).isSameAs(text);
    }

    @Test
    void aCarriageReturnAloneAndHalfACharacterAreShown() {
        assertThat(Invisible.at("a\rb", 1)).isEqualTo("CR");
        assertThat(Invisible.at("a\ud83d", 1)).isEqualTo("U+D83D");
        assertThat(Invisible.escape("\ud83d!")).isEqualTo("\\uD83D!");
    }

    @Test
    void escapeSequencesForTerminalsAreHarmlessInCopies() {
        assertThat(Invisible.escape("\u001b]52;c;aGk=\u0007 \u202egnp.exe"))
                .isEqualTo("\\u001B]52;c;aGk=\\u0007 \\u202Egnp.exe");
        assertThat(Invisible.escape("x\udb40\udc41y")).isEqualTo("x\\u{E0041}y");
    }
}
