package dev.benchlight.mcp.wire.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.util.Map;

class EnvironmentProxiesTest {
    private static final Map<String, String> BOTH =
            Map.of(
                    "HTTP_PROXY", "http://user:pass@proxy.test:3128",
                    "HTTPS_PROXY", "secure.test:8080",
                    "NO_PROXY", "direct.test, .internal,[2001:db8::1],other.test:81");

    @Test
    void eachSchemeHasItsProxy() {
        assertThat(proxy("http://a.test/mcp")).isEqualTo("proxy.test:3128");
        assertThat(proxy("https://a.test/mcp")).isEqualTo("secure.test:8080");
        assertThat(proxy("http://other.test:80/")).isEqualTo("proxy.test:3128");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:1/",
                "http://127.0.0.9/",
                "http://[::1]:80/",
                "http://direct.test/",
                "http://sub.direct.test/",
                "https://x.internal/",
                "http://[2001:db8::1]/",
                "http://other.test:81/"
            })
    void loopbackAndExceptionsAreReachedDirectly(String url) {
        assertThat(proxy(url)).isEqualTo("direct");
    }

    @Test
    void credentialsBelongToTheProxyThatNamesThem() {
        EnvironmentProxies proxies = new EnvironmentProxies(BOTH);
        assertThat(proxies.credentials(URI.create("http://a.test/"))).startsWith("Basic ");
        assertThat(proxies.credentials(URI.create("https://a.test/"))).isNull();
        assertThat(proxies.credentials(URI.create("http://localhost/"))).isNull();
    }

    @Test
    void lowerCaseWinsAndAllProxyFillsIn() {
        EnvironmentProxies proxies =
                new EnvironmentProxies(
                        Map.of("http_proxy", "one.test:1", "ALL_PROXY", "all.test:2"));
        assertThat(proxies.select(URI.create("http://a.test/")).getFirst().toString())
                .contains("one.test");
        assertThat(proxies.select(URI.create("https://a.test/")).getFirst().toString())
                .contains("all.test");
    }

    @Test
    void whatIsNoHttpProxyIsRefused() {
        assertThatThrownBy(() -> new EnvironmentProxies(Map.of("HTTP_PROXY", "socks5://x:1")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static String proxy(String url) {
        Proxy proxy = new EnvironmentProxies(BOTH).select(URI.create(url)).getFirst();
        return proxy.address() instanceof InetSocketAddress address
                ? address.getHostString() + ":" + address.getPort()
                : "direct";
    }
}
