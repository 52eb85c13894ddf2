package dev.benchlight.mcp.auth;

import okhttp3.HttpUrl;

import java.util.ArrayList;
import java.util.List;

/// Where metadata may stand ("Authorization Server Discovery"), in the order to try it.
final class WellKnown {
    static final String RESOURCE = "oauth-protected-resource";
    private static final String OAUTH = "oauth-authorization-server";
    private static final String OPENID = "openid-configuration";

    private WellKnown() {}

    /// Of an MCP server: at its path, then at the root (RFC 9728, 3).
    static List<String> ofResource(HttpUrl server) {
        String path = path(server);
        List<String> urls = new ArrayList<>();
        if (!path.isEmpty()) {
            urls.add(at(server, RESOURCE, path));
        }
        urls.add(at(server, RESOURCE, ""));
        return urls;
    }

    /// Of an issuer: three for one with a path, else two (RFC 8414, 3.1 and 5).
    static List<String> ofIssuer(HttpUrl issuer) {
        String path = path(issuer);
        if (path.isEmpty()) {
            return List.of(at(issuer, OAUTH, ""), at(issuer, OPENID, ""));
        }
        return List.of(
                at(issuer, OAUTH, path),
                at(issuer, OPENID, path),
                root(issuer) + path + "/.well-known/" + OPENID);
    }

    private static String at(HttpUrl url, String name, String path) {
        return root(url) + "/.well-known/" + name + path;
    }

    /// The origin, without a slash at its end.
    static String root(HttpUrl url) {
        String text = TargetRules.origin(url).toString();
        return text.substring(0, text.length() - 1);
    }

    private static String path(HttpUrl url) {
        String path = url.encodedPath();
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }
}
