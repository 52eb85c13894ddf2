package dev.benchlight.render.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinksTest {
    @ParameterizedTest
    @ValueSource(strings = {"http://a.test", "https://a.test/x", "HTTPS://A.TEST"})
    void theWebMayBeOpened(String target) {
        assertThat(Links.isWeb(target)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "file:///etc/passwd",
                "mailto:a@b.test",
                "data:text/html,x",
                "smb://host/x",
                "vscode://x",
                "ui://app",
                "//a.test",
                "docs/x.md",
                "#part",
                "",
                " http://a.test",
                "http\u200b://a.test"
            })
    void nothingElseMay(String target) {
        assertThat(Links.isWeb(target)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "https://bank.test, https://bank.test/login, false",
        "bank.test, https://BANK.test, false",
        "https://bank.test, https://evil.test/bank.test, true",
        "www.bank.test/login, https://bank.test.evil.test, true",
        "the bank, https://evil.test, false",
        "bank.test, not a uri, true",
        "e.g. this, https://a.test, false"
    })
    void aTextThatNamesAnotherHostMisleads(String text, String target, boolean misleads) {
        assertThat(Links.misleads(text, target)).isEqualTo(misleads);
    }
}
