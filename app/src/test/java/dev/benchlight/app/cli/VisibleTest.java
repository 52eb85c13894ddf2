package dev.benchlight.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VisibleTest {
    @Test
    void terminalControlsAreEscapedAndTextIsKept() {
        assertThat(Visible.text("a\u001b]52;c;x\u0007b\u009bc"))
                .isEqualTo("a\\u001b]52;c;x\\u0007b\\u009bc");
        assertThat(Visible.text("Grüße 🎉 日本語\n\tdone")).isEqualTo("Grüße 🎉 日本語\n\tdone");
        assertThat(Visible.line("one\r\ntwo\tthree")).isEqualTo("one two three");
    }

    @Test
    void hiddenAndReorderingCharactersAreShown() {
        assertThat(Visible.text("pay\u202eexe")).isEqualTo("pay\\u202eexe");
        assertThat(Visible.text(Character.toString(0xe0041))).isEqualTo("\\udb40\\udc41");
    }
}
