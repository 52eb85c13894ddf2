package dev.benchlight.mcp.wire.http;

import static org.assertj.core.api.Assertions.assertThat;

import okhttp3.HttpUrl;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Map;

class SecretHeadersTest {
    private final SecretHeaders none = new SecretHeaders(Map.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authorization",
                "proxy-authorization",
                "Cookie",
                "Set-Cookie",
                "X-Api-Key",
                "apikey",
                "x_api_key",
                "Access-Key",
                "X-Auth-Token",
                "X-Client-Secret",
                "X-Password",
                "X-Amz-Credential",
                "X-Signature",
                "X-AuthKey"
            })
    void aNameThatTellsOfASecretHidesTheValue(String name) {
        assertThat(none.mask(name, "abcde")).isEqualTo("•••• (5 chars)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Content-Type", "Mcp-Session-Id", "WWW-Authenticate", "Proxy-Authenticate"})
    void whatIsNeededToUnderstandAnAnswerIsShown(String name) {
        assertThat(none.mask(name, "Bearer error=\"x\"")).isEqualTo("Bearer error=\"x\"");
    }

    @ParameterizedTest
    @CsvSource({
        "sk-live-12, true",
        "Bearer abc, true",
        "ghp_abcdef, true",
        "abcdefghij0123456789, true",
        "abcdefghijabcdefghij, false",
        "01234567890123456789, false",
        "short1, false",
        "two words and the number 1, false"
    })
    void aConfiguredValueThatLooksLikeAKeyIsHiddenUnderAnyName(String value, boolean hidden) {
        SecretHeaders headers = new SecretHeaders(Map.of("X-Odd", value));
        assertThat(headers.mask("x-odd", value).startsWith("••••")).isEqualTo(hidden);
        assertThat(headers.mask("X-Other", value)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "http://h.test/mcp | http://h.test/mcp",
                "http://h.test/mcp?a=1&token=t | http://h.test/mcp?a=1&token=****",
                "http://h.test/?api_key=k&key=k | http://h.test/?api_key=****&key=****",
                "http://h.test/?monkey=1&flag&a=%26 | http://h.test/?monkey=1&flag&a=%26",
                "http://h.test/?token=1&a=2&token=3 | http://h.test/?token=****&a=2&token=****",
                "http://user:pass@h.test/ | http://h.test/"
            })
    void secretsInUrlsAreHidden(String url, String shown) {
        assertThat(none.mask(HttpUrl.get(url))).isEqualTo(shown);
    }

    @Test
    void aSessionIdHasVisibleAsciiOnlyAndALength() {
        assertThat(HttpSession.isValid("!~aZ09-._")).isTrue();
        assertThat(HttpSession.isValid("x".repeat(4_096))).isTrue();
        assertThat(HttpSession.isValid("x".repeat(4_097))).isFalse();
        for (String bad : new String[] {"", "a b", "a\u0001", "ä", "a\r\nX: y", "\u007f"}) {
            assertThat(HttpSession.isValid(bad)).as(bad).isFalse();
        }
    }
}
