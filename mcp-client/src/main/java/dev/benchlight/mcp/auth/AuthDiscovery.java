package dev.benchlight.mcp.auth;

import dev.benchlight.mcp.auth.AuthStep.Check;

import okhttp3.HttpUrl;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Finds who gives out tokens for an MCP server ("Authorization Server Discovery"). Stateless, and
/// so thread-safe.
final class AuthDiscovery {
    /// More than anyone has; each may take its time to fail.
    private static final int MOST = 8;

    private final HttpUrl server;
    private final AuthHttp http;
    private final AuthRules rules;
    private final AuthStep.Listener steps;
    private final @Nullable String preferred;

    /// @param preferred the issuer to take if there are several, or null
    AuthDiscovery(
            HttpUrl server,
            AuthHttp http,
            AuthRules rules,
            AuthStep.Listener steps,
            @Nullable String preferred) {
        this.server = server;
        this.http = http;
        this.rules = rules;
        this.steps = steps;
        this.preferred = preferred;
    }

    /// Both parties.
    ///
    /// @param resource null where the server does not describe itself, as in 2025-03-26
    /// @param identifier of the MCP server, for `resource` (RFC 8707)
    record Found(@Nullable ResourceMetadata resource, String identifier, ServerMetadata issuer) {}

    Found run(@Nullable Challenge challenge) throws AuthFault {
        ResourceMetadata resource = rules.resourceMetadata() ? resource(challenge) : null;
        if (resource == null) {
            if (!rules.originFallback()) {
                throw new AuthFault(
                        "oauth-no-resource-metadata",
                        "The server wants authorisation and does not say who gives it: it has no"
                                + " protected-resource metadata.",
                        "It must name them in WWW-Authenticate (resource_metadata), or at "
                                + WellKnown.ofResource(server).getFirst()
                                + ".");
            }
            return new Found(null, canonical(), atOrigin());
        }
        List<String> issuers = resource.authorizationServers();
        if (issuers.isEmpty()) {
            throw new AuthFault(
                    "oauth-no-authorization-server",
                    "The server's protected-resource metadata names no authorisation server.",
                    "authorization_servers must hold at least one.");
        }
        return new Found(resource, resource.resource(), firstUsable(issuers));
    }

    /// The one that was used before, else the first whose metadata are good ("Authorization Server
    /// Location": the choice is the client's).
    private ServerMetadata firstUsable(List<String> issuers) throws AuthFault {
        List<String> order = new ArrayList<>(issuers.stream().distinct().limit(MOST).toList());
        if (preferred != null && order.remove(preferred)) {
            order.addFirst(preferred);
        }
        AuthFault first = null;
        for (String issuer : order) {
            try {
                return metadata(issuer);
            } catch (AuthFault fault) {
                if (fault.code().equals(AuthHttp.STOPPED)) {
                    throw fault;
                }
                first = first == null ? fault : first;
                if (order.size() > 1) {
                    steps.took(
                            new AuthStep(
                                    "authorization server left out",
                                    null,
                                    List.of(
                                            new Check(
                                                    "MCP, Authorization Server Location",
                                                    false,
                                                    issuer + ": " + fault.text()))));
                }
            }
        }
        throw Objects.requireNonNull(first);
    }

    /// The server's URL as an identifier: without query and fragment, nor a slash alone.
    private String canonical() {
        String text = server.newBuilder().query(null).fragment(null).build().toString();
        return server.encodedPath().equals("/") ? text.substring(0, text.length() - 1) : text;
    }

    private @Nullable ResourceMetadata resource(@Nullable Challenge challenge) throws AuthFault {
        List<String> urls = new ArrayList<>();
        String named = challenge == null ? null : challenge.resourceMetadata();
        if (named != null) {
            urls.add(named);
        }
        WellKnown.ofResource(server).stream().filter(url -> !urls.contains(url)).forEach(urls::add);
        for (String url : urls) {
            AuthHttp.Answer answer = http.get("resource_metadata", url);
            ObjectNode json = answer.ok() ? answer.json() : null;
            List<Check> checks = new ArrayList<>();
            boolean fromHeader = url.equals(named);
            checks.add(
                    new Check(
                            "RFC 9728, " + (fromHeader ? "5.1" : "3.1"),
                            json != null || !fromHeader,
                            json != null ? "metadata found" : answer.trouble()));
            if (json == null) {
                told("protected-resource metadata", answer, checks);
                continue;
            }
            ResourceMetadata found = new ResourceMetadata(answer.exchange().url(), json);
            boolean match = found.describes(server);
            checks.add(new Check("RFC 9728, 3.3", match, "resource is '" + found.resource() + "'"));
            told("protected-resource metadata", answer, checks);
            if (!match) {
                throw new AuthFault(
                        "oauth-resource-mismatch",
                        "The metadata describes the resource '"
                                + found.resource()
                                + "', which is not this server, "
                                + canonical()
                                + ".",
                        "A token for another resource would be sent to this server. Its"
                                + " 'resource' must be the server's URL.");
            }
            return found;
        }
        return null;
    }

    private ServerMetadata metadata(String issuer) throws AuthFault {
        HttpUrl url = HttpUrl.parse(issuer);
        if (url == null || url.query() != null || url.fragment() != null) {
            throw new AuthFault(
                    "oauth-bad-issuer",
                    "The authorisation server's identifier is no usable URL: " + issuer,
                    "See authorization_servers of the protected-resource metadata.");
        }
        ServerMetadata found = tried(issuer, WellKnown.ofIssuer(url));
        if (found != null) {
            return found;
        }
        throw new AuthFault(
                "oauth-no-server-metadata",
                "The authorisation server " + issuer + " has no metadata at any well-known URL.",
                "Tried: " + String.join(", ", WellKnown.ofIssuer(url)));
    }

    private ServerMetadata atOrigin() throws AuthFault {
        String origin = WellKnown.root(server);
        HttpUrl root = HttpUrl.get(origin);
        ServerMetadata found = tried(origin, WellKnown.ofIssuer(root).subList(0, 1));
        return found == null ? ServerMetadata.defaults(origin) : found;
    }

    private @Nullable ServerMetadata tried(String issuer, List<String> urls) throws AuthFault {
        for (String url : urls) {
            AuthHttp.Answer answer = http.get("authorization server metadata", url);
            ObjectNode json = answer.ok() ? answer.json() : null;
            if (json == null) {
                told(
                        "authorization-server metadata",
                        answer,
                        List.of(new Check("RFC 8414, 3", true, answer.trouble())));
                continue;
            }
            String theirs = json.path("issuer").asString("");
            boolean equal = theirs.equals(issuer);
            told(
                    "authorization-server metadata",
                    answer,
                    List.of(new Check("RFC 8414, 3.3", equal, "issuer is '" + theirs + "'")));
            if (!equal) {
                throw new AuthFault(
                        "oauth-issuer-mismatch",
                        "The metadata of "
                                + issuer
                                + " names another issuer, '"
                                + theirs
                                + "', and so must not be used.",
                        "The two must be identical, to the last slash.");
            }
            return new ServerMetadata(issuer, answer.exchange().url(), json);
        }
        return null;
    }

    private void told(String name, AuthHttp.Answer answer, List<Check> checks) {
        steps.took(new AuthStep(name, answer.exchange(), checks));
    }
}
