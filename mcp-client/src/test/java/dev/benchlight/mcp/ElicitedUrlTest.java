package dev.benchlight.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/// Which pages may be opened for a server, and what is said of them.
class ElicitedUrlTest {
    private static ElicitedUrl url(String text) {
        return ElicitedUrl.of(JsonNodeFactory.instance.objectNode().put("url", text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.test/a?b=c#d",
                "http://127.0.0.1:8080/",
                "http://localhost/x",
                "http://[::1]:1/"
            })
    void thesePagesMayBeOpened(String text) {
        assertThat(url(text).uri().orElseThrow()).hasToString(text);
        assertThat(url(text).refusal()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "javascript:alert(1)",
                "file:///etc/passwd",
                "cmd:calc",
                "smb://host/share",
                "data:text/html,x",
                "--help",
                "http://example.test/",
                "http://127.0.0.1.evil.test/",
                "https://bank.test@evil.test/",
                "https://exa mple.test/",
                "https://example.test/\nx",
                "https:/nohost",
                "https://ex\u00e4mple.test/"
            })
    void theseAreNotAndItIsSaidWhy(String text) {
        assertThat(url(text).uri()).isEmpty();
        assertThat(url(text).refusal()).isNotBlank();
        assertThat(url(text).text()).isEqualTo(text);
    }

    @Test
    void anEndlessAddressIsRefused() {
        assertThat(url("https://a.test/" + "x".repeat(9_000)).refusal()).contains("8,192");
    }

    @ParameterizedTest
    @CsvSource({
        "https://xn--exmple-cua.test/, foreign letters",
        "https://192.0.2.1/, bare address",
        "https://example.test:8443/, unusual",
        "http://localhost:1/, on this machine"
    })
    void whatIsOddIsSaid(String text, String word) {
        assertThat(url(text).warnings()).anyMatch(warning -> warning.contains(word));
    }

    @Test
    void anErrorNamesAllItsPages() {
        JsonNode data =
                JsonMapper.shared()
                        .readTree(
                                "{\"elicitations\":[{\"mode\":\"url\",\"elicitationId\":\"e\","
                                        + "\"url\":\"https://a.test/\",\"message\":\"Sign in\"}]}");
        assertThat(ElicitedUrl.all(data))
                .singleElement()
                .satisfies(page -> {
                    assertThat(page.id()).isEqualTo("e");
                    assertThat(page.message()).isEqualTo("Sign in");
                });
    }
}
