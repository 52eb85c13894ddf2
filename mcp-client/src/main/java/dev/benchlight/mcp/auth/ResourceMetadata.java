package dev.benchlight.mcp.auth;

import okhttp3.HttpUrl;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;

/// What an MCP server says of itself (RFC 9728).
///
/// @param from where it was found
public record ResourceMetadata(URI from, JsonNode json) {

    /// The resource identifier, or an empty string.
    public String resource() {
        return json.path("resource").asString("");
    }

    public List<String> authorizationServers() {
        return Texts.of(json.get("authorization_servers"));
    }

    /// Null where it is not said, which differs from an empty list.
    public @Nullable List<String> scopesSupported() {
        JsonNode scopes = json.get("scopes_supported");
        return scopes == null || !scopes.isArray() ? null : Texts.of(scopes);
    }

    /// Whether it describes this server: same origin, and the same path or one above it, as MCP
    /// lets metadata stand at the root for any path.
    boolean describes(HttpUrl server) {
        String resource = resource();
        HttpUrl described = HttpUrl.parse(resource);
        if (described == null
                || !isUri(resource)
                || resource.contains("#")
                || !described.scheme().equals(server.scheme())
                || !described.host().equals(server.host())
                || described.port() != server.port()) {
            return false;
        }
        String path = described.encodedPath();
        String folder = path.endsWith("/") ? path : path + "/";
        return server.encodedPath().equals(path) || (server.encodedPath() + "/").startsWith(folder);
    }

    private static boolean isUri(String text) {
        try {
            return new URI(text).isAbsolute();
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
