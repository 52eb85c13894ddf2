package dev.benchlight.mcp.auth;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.net.URI;
import java.util.List;

/// What an authorisation server says of itself (RFC 8414, or OpenID Connect Discovery).
///
/// @param issuer the identifier that was asked for, which the document's own equals
/// @param from where it was found, or null for the default endpoints of 2025-03-26
public record ServerMetadata(String issuer, @Nullable URI from, JsonNode json) {

    /// The endpoints that 2025-03-26 names for a server without metadata.
    static ServerMetadata defaults(String origin) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("issuer", origin);
        json.put("authorization_endpoint", origin + "/authorize");
        json.put("token_endpoint", origin + "/token");
        json.put("registration_endpoint", origin + "/register");
        return new ServerMetadata(origin, null, json);
    }

    public @Nullable String authorizationEndpoint() {
        return text("authorization_endpoint");
    }

    public @Nullable String tokenEndpoint() {
        return text("token_endpoint");
    }

    public @Nullable String registrationEndpoint() {
        return text("registration_endpoint");
    }

    public List<String> scopesSupported() {
        return Texts.of(json.get("scopes_supported"));
    }

    /// Null where it is not said.
    public @Nullable List<String> codeChallengeMethods() {
        JsonNode methods = json.get("code_challenge_methods_supported");
        return methods == null || !methods.isArray() ? null : Texts.of(methods);
    }

    /// Null where it is not said, which means `client_secret_basic` (RFC 8414, 2).
    public @Nullable List<String> tokenAuthMethods() {
        JsonNode methods = json.get("token_endpoint_auth_methods_supported");
        return methods == null || !methods.isArray() ? null : Texts.of(methods);
    }

    /// RFC 9449, 5.1.
    public List<String> proofAlgorithms() {
        return Texts.of(json.get("dpop_signing_alg_values_supported"));
    }

    /// RFC 9207, 3.
    public boolean saysIssuerInAnswers() {
        return json.path("authorization_response_iss_parameter_supported").asBoolean(false);
    }

    public boolean takesClientIdDocuments() {
        return json.path("client_id_metadata_document_supported").asBoolean(false);
    }

    private @Nullable String text(String name) {
        JsonNode value = json.get(name);
        return value == null || !value.isString() ? null : value.asString();
    }
}
