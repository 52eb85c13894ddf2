package dev.benchlight.mcp.auth;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.util.Base64;

/// What can be read of a token without giving it away: a JWT's header and claims, without its
/// signature (RFC 7519); of any other its length. Nothing in it was verified.
///
/// @param name such as `access_token`
/// @param length of the whole, in characters
/// @param header a JWT's, or null
/// @param claims a JWT's, or null, also where they are encrypted
public record DecodedToken(
        String name, Kind kind, int length, @Nullable JsonNode header, @Nullable JsonNode claims) {

    /// How a token is made.
    public enum Kind {
        JWT,
        ENCRYPTED_JWT,
        OPAQUE
    }

    public static DecodedToken of(String name, String token) {
        String[] parts = token.split("\\.", -1);
        JsonNode header = parts.length == 3 || parts.length == 5 ? json(parts[0]) : null;
        if (header == null || !header.has(parts.length == 3 ? "alg" : "enc")) {
            return new DecodedToken(name, Kind.OPAQUE, token.length(), null, null);
        }
        if (parts.length == 5) {
            return new DecodedToken(name, Kind.ENCRYPTED_JWT, token.length(), header, null);
        }
        JsonNode claims = json(parts[1]);
        return claims == null
                ? new DecodedToken(name, Kind.OPAQUE, token.length(), null, null)
                : new DecodedToken(name, Kind.JWT, token.length(), header, claims);
    }

    private static @Nullable JsonNode json(String part) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(part), UTF_8);
            return JsonMapper.shared().readTree(text) instanceof ObjectNode object ? object : null;
        } catch (IllegalArgumentException | JacksonException e) {
            return null;
        }
    }
}
