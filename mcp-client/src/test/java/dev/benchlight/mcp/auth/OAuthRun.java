package dev.benchlight.mcp.auth;

import static dev.benchlight.mcp.auth.IssuerSite.parameter;

import dev.benchlight.mcp.wire.ServerConfig;
import dev.benchlight.mcp.wire.http.HttpAuthorization.Refusal;
import dev.benchlight.mcp.wire.http.HttpAuthorization.Verdict;

import okhttp3.HttpUrl;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/// One MCP server, its authorisation server, and a client that wants to use it.
final class OAuthRun implements AutoCloseable {
    final ProtectedSite site = new ProtectedSite();
    final Site server = site.server;
    final IssuerSite issuer = site.issuer;
    final ObjectNode resource = site.resource;
    final StepLog steps = new StepLog();
    final FakeBrowser browser = new FakeBrowser();
    final List<String> secrets = new CopyOnWriteArrayList<>();
    final TokenStore store = TokenStore.inMemory();
    volatile Instant now = Instant.parse("2026-11-21T12:00:00Z");

    void issuedBy(IssuerSite other) {
        site.issuedBy(other);
    }

    OAuth oauth(ClientSettings settings) {
        return oauth(settings, browser);
    }

    OAuth oauth(MachineGrant grant) {
        return new OAuth(config(), grant, List.of(), AuthRules.ANY, Map.of(), ports(browser));
    }

    private ServerConfig.Http config() {
        return new ServerConfig.Http("s", server.url("/mcp").uri(), Map.of());
    }

    AuthPorts ports(Browser other) {
        return new AuthPorts(other, store, steps, secrets::add, _ -> true, () -> now);
    }

    OAuth oauth(ClientSettings settings, Browser other) {
        return oauth(settings, ports(other));
    }

    OAuth oauth(ClientSettings settings, AuthPorts ports) {
        return new OAuth(config(), settings, AuthRules.ANY, Map.of(), ports);
    }

    /// What comes of a 401 to a request that carried what the client would send now.
    Verdict unauthorized(OAuth oauth) {
        return refused(oauth, 401, "Bearer", 0);
    }

    Verdict refused(OAuth oauth, int status, String challenge, int attempt) {
        return oauth.refused(
                        new Refusal(status, List.of(challenge), sent(oauth), Map.of(), attempt))
                .join();
    }

    @Nullable String sent(OAuth oauth) {
        return oauth.headers("POST", server.url("/mcp").uri(), true).get("Authorization");
    }

    /// The code of the fault that a 401 leads to.
    String fault(ClientSettings settings) {
        Verdict verdict = unauthorized(oauth(settings));
        return verdict instanceof Verdict.Failed(var fault) ? fault.code() : verdict.toString();
    }

    HttpUrl lastAuthorization() {
        return issuer.authorizations.getLast();
    }

    HttpUrl lastForm() {
        return issuer.tokenForms.getLast();
    }

    String asked(String name) {
        return parameter(lastAuthorization(), name);
    }

    @Override
    public void close() {
        site.close();
    }
}
