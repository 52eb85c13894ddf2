package dev.benchlight.mcp.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.benchlight.mcp.wire.ServerConfig;
import dev.benchlight.mcp.wire.http.OutsideClient;

import okhttp3.Dns;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/// "Authorization Server Discovery" of every revision, against two sites on loopback.
class AuthDiscoveryTest {
    private final Site server = new Site();
    private final Site issuer = new Site();
    private final StepLog steps = new StepLog();

    @AfterEach
    void close() {
        server.close();
        issuer.close();
    }

    @Test
    void theHeaderNamesTheMetadataWhichNamesTheIssuer() throws AuthFault {
        server.json("/odd/place", resource(server.origin() + "/mcp", issuer.origin()));
        issuer.json("/.well-known/oauth-authorization-server", issuerAt(issuer.origin()));
        AuthDiscovery.Found found = run(AuthRules.ANY, server.origin() + "/odd/place");
        assertThat(found.identifier()).isEqualTo(server.origin() + "/mcp");
        assertThat(found.issuer().tokenEndpoint()).isEqualTo(issuer.origin() + "/token");
        assertThat(server.log()).containsExactly("GET /odd/place");
        assertThat(steps.steps())
                .extracting(AuthStep::name)
                .containsExactly("protected-resource metadata", "authorization-server metadata");
        assertThat(steps.broken()).isEmpty();
    }

    @Test
    void withoutAHeaderTheWellKnownPathIsTriedAndThenTheRoot() throws AuthFault {
        server.json(
                "/.well-known/oauth-protected-resource",
                resource(server.origin(), issuer.origin()));
        issuer.json("/.well-known/oauth-authorization-server", issuerAt(issuer.origin()));
        AuthDiscovery.Found found = run(AuthRules.of("2026-07-28"), null);
        assertThat(server.log())
                .containsExactly(
                        "GET /.well-known/oauth-protected-resource/mcp",
                        "GET /.well-known/oauth-protected-resource");
        assertThat(found.identifier()).isEqualTo(server.origin());
    }

    @ParameterizedTest
    @CsvSource({
        "'', /.well-known/oauth-authorization-server, 1",
        "'', /.well-known/openid-configuration, 2",
        "/tenant1, /.well-known/oauth-authorization-server/tenant1, 1",
        "/tenant1, /.well-known/openid-configuration/tenant1, 2",
        "/tenant1, /tenant1/.well-known/openid-configuration, 3",
        "/a/b, /a/b/.well-known/openid-configuration, 3"
    })
    void anIssuersMetadataIsLookedForInOrder(String path, String place, int tries)
            throws AuthFault {
        String name = issuer.origin() + path;
        metadataOf(resource(server.origin() + "/mcp", name));
        issuer.json(place, issuerAt(name));
        assertThat(run(AuthRules.of("2025-11-25"), null).issuer().issuer()).isEqualTo(name);
        assertThat(issuer.log()).hasSize(tries).last().isEqualTo("GET " + place);
    }

    @Test
    void metadataOfAnotherIssuerIsNotUsed() {
        metadataOf(resource(server.origin() + "/mcp", issuer.origin()));
        for (String other : List.of("https://evil.test", issuer.origin() + "/", "")) {
            issuer.json("/.well-known/oauth-authorization-server", issuerAt(other));
            assertThat(fault(AuthRules.ANY).code()).isEqualTo("oauth-issuer-mismatch");
        }
        assertThat(steps.broken()).containsOnly("RFC 8414, 3.3");
    }

    @Test
    void metadataOfAnotherResourceStopsItBeforeTheIssuerHearsOfUs() {
        for (String other :
                List.of("https://evil.test/mcp", server.origin() + "/mc", issuer.origin(), "")) {
            metadataOf(resource(other, issuer.origin()));
            assertThat(fault(AuthRules.ANY).code()).isEqualTo("oauth-resource-mismatch");
        }
        assertThat(issuer.log()).isEmpty();
        assertThat(steps.broken()).containsOnly("RFC 9728, 3.3");
    }

    @Test
    void theOldestRevisionAsksTheServersOwnOrigin() throws AuthFault {
        server.json("/.well-known/oauth-authorization-server", issuerAt(server.origin()));
        AuthDiscovery.Found found = run(AuthRules.of("2025-03-26"), null);
        assertThat(found.resource()).isNull();
        assertThat(found.issuer().issuer()).isEqualTo(server.origin());
        assertThat(server.log()).containsExactly("GET /.well-known/oauth-authorization-server");
    }

    @Test
    void aServerWithoutAnyMetadataHasTheDefaultEndpointsUnlessItsRevisionForbidsThem()
            throws AuthFault {
        ServerMetadata defaults = run(AuthRules.ANY, null).issuer();
        assertThat(defaults.from()).isNull();
        assertThat(defaults.authorizationEndpoint()).isEqualTo(server.origin() + "/authorize");
        assertThat(defaults.tokenEndpoint()).isEqualTo(server.origin() + "/token");
        assertThat(defaults.registrationEndpoint()).isEqualTo(server.origin() + "/register");
        assertThat(fault(AuthRules.of("2025-06-18")).code())
                .isEqualTo("oauth-no-resource-metadata");
    }

    @Test
    void whatIsMissingIsSaid() {
        metadataOf(resource(server.origin() + "/mcp", issuer.origin()));
        assertThat(fault(AuthRules.ANY).code()).isEqualTo("oauth-no-server-metadata");
        metadataOf("{\"resource\":\"" + server.origin() + "\",\"authorization_servers\":[]}");
        assertThat(fault(AuthRules.ANY).code()).isEqualTo("oauth-no-authorization-server");
        metadataOf(resource(server.origin(), "https://h.test/?a=b"));
        assertThat(fault(AuthRules.ANY).code()).isEqualTo("oauth-bad-issuer");
    }

    @Test
    void redirectsHugeAndBrokenDocumentsAreNotFollowedReadOrTaken() throws AuthFault {
        String path = "/.well-known/oauth-protected-resource/mcp";
        for (String kind : List.of("redirect", "huge", "broken")) {
            server.page(
                    path,
                    _ ->
                            switch (kind) {
                                case "redirect" ->
                                        Site.status(302, "Location: " + issuer.url("/canary"));
                                case "huge" -> Site.document(200, " ".repeat(300 << 10) + "{}");
                                default -> Site.document(200, "{\"resource\":");
                            });
            assertThat(run(AuthRules.ANY, null).resource()).as(kind).isNull();
        }
        assertThat(issuer.log()).isEmpty();
        assertThat(steps.steps().getFirst().checks().getFirst().text())
                .isEqualTo("HTTP 302, a redirect, which is not followed");
    }

    @Test
    void aHeaderThatPointsToAFileOrAMetadataServiceIsRefused() {
        for (String url : List.of("file:///etc/passwd", "http://169.254.169.254/x", "http://h/")) {
            AuthFault fault = catchThrowableOfType(AuthFault.class, () -> run(AuthRules.ANY, url));
            assertThat(fault.code()).as(url).isEqualTo("oauth-target-refused");
        }
        assertThat(server.log()).isEmpty();
    }

    private AuthDiscovery.Found run(AuthRules rules, @Nullable String header) throws AuthFault {
        ServerConfig.Http config = new ServerConfig.Http("s", server.url("/mcp").uri(), Map.of());
        AuthHttp http =
                new AuthHttp(
                        () -> OutsideClient.of(config, Map.of(), Duration.ofSeconds(60)),
                        new TargetRules(server.url("/mcp"), Dns.SYSTEM, _ -> true),
                        AuthGate.OPEN,
                        () -> false);
        try {
            return new AuthDiscovery(server.url("/mcp"), http, rules, steps, null)
                    .run(
                            header == null
                                    ? null
                                    : new Challenge("bearer", Map.of("resource_metadata", header)));
        } finally {
            http.dropIdle();
        }
    }

    private AuthFault fault(AuthRules rules) {
        return catchThrowableOfType(AuthFault.class, () -> run(rules, null));
    }

    private void metadataOf(String resource) {
        server.json("/.well-known/oauth-protected-resource/mcp", resource);
    }

    private static String resource(String identifier, String issuer) {
        return "{\"resource\":\"%s\",\"authorization_servers\":[\"%s\"]}"
                .formatted(identifier, issuer);
    }

    private static String issuerAt(String issuer) {
        return "{\"issuer\":\"%s\",\"token_endpoint\":\"%s/token\"}".formatted(issuer, issuer);
    }
}
