package dev.benchlight.app.ui.result;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.app.ui.fx.VisibleText;
import dev.benchlight.app.workspace.CommandLine;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafetyTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "file:///etc/passwd",
                "data:text/html,x",
                "https://user:pw@example.com/",
                "https:///nohost",
                "https://a b/",
                "https://a/\u0007",
                "-https://a/",
                "smb://a/b",
                "mailto:a@b.c",
                ""
            })
    void dangerousLinksAreRefused(String target) {
        assertThat(SafeLink.of(target)).isEmpty();
    }

    @Test
    void webLinksAreWrittenAnewInAscii() {
        assertThat(SafeLink.of("https://example.com/ä?q=1").map(Object::toString))
                .contains("https://example.com/%C3%A4?q=1");
    }

    @ParameterizedTest
    @CsvSource({
        "../../etc/passwd, passwd",
        "C:\\x\\evil.exe, evil.exe",
        "a.tar.gz, a-tar.gz",
        ".bashrc, bashrc",
        "CON, CON-file",
        "nul.txt, nul-file.txt",
        "-rf, rf",
        "/, result",
        "Bericht ü.md, Bericht.md"
    })
    void suggestedFileNamesAreHarmless(String name, String expected) {
        assertThat(FileName.of(name)).isEqualTo(expected);
    }

    @Test
    void invisibleCharactersAreMadeVisible() {
        assertThat(VisibleText.of("a\u202eb\u200bc\n")).isEqualTo("a⟦U+202E⟧b⟦U+200B⟧c\n");
        assertThat(VisibleText.hides("plain – text")).isFalse();
    }

    @Test
    void longTextsAreCutBetweenCharacters() {
        assertThat(VisibleText.brief("a\u202e", 2)).isEqualTo("a⟦U+202E⟧");
        assertThat(VisibleText.brief("ab😀c", 3)).isEqualTo("ab…");
        assertThat(VisibleText.brief("x".repeat(100_000))).hasSize(501).endsWith("x…");
    }

    @Test
    void wordsOfACommandLineAreQuotedForTheShell() {
        assertThat(CommandLine.of("call", "my server", "{\"a\":\"it's\"}", ""))
                .isEqualTo("call 'my server' '{\"a\":\"it'\\''s\"}' ''");
    }
}
