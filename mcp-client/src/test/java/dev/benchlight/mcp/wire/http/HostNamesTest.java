package dev.benchlight.mcp.wire.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.URI;
import java.net.URISyntaxException;

class HostNamesTest {
    @ParameterizedTest
    @CsvSource({
        "http://bücher.example/a?b=c#d, http://xn--bcher-kva.example/a?b=c#d",
        "https://Bücher.Example:8443/mcp, https://xn--bcher-kva.example:8443/mcp",
        "http://u:p@bücher.example/, http://u:p@xn--bcher-kva.example/",
        "http://bücher.example, http://xn--bcher-kva.example",
        "http://h/ü, http://h/ü",
        "http://[::1]:3/mcp, http://[::1]:3/mcp",
        "http://$%7Bhöst%7D/mcp, http://$%7Bhöst%7D/mcp"
    })
    void aHostIsPutIntoAsciiAndNothingElseIs(String written, String asked) throws Exception {
        assertThat(HostNames.ascii(new URI(written))).hasToString(asked);
    }

    @Test
    void aHostWithoutAnAsciiFormIsRefused() {
        assertThatThrownBy(() -> HostNames.ascii(new URI("http://bü_:ü/")))
                .isInstanceOf(URISyntaxException.class);
    }

    @Test
    void bothFormsAreShown() {
        assertThat(HostNames.shown("xn--bcher-kva.example"))
                .isEqualTo("xn--bcher-kva.example (bücher.example)");
        assertThat(HostNames.shown("h.example")).isEqualTo("h.example");
    }
}
