package dev.benchlight.mcp.auth;

import static java.nio.charset.StandardCharsets.US_ASCII;

import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;

import okhttp3.HttpUrl;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;

/// An authorisation server on loopback that agrees to everything, and checks PKCE. What it says of
/// itself, and in the redirect, can be changed.
public final class IssuerSite implements AutoCloseable {
    public final Site site = new Site();
    public final ObjectNode metadata = JsonNodeFactory.instance.objectNode();
    public final ObjectNode tokenAnswer = JsonNodeFactory.instance.objectNode();
    public final ObjectNode registration = JsonNodeFactory.instance.objectNode();

    /// The requests for authorisation, with their parameters.
    public final List<HttpUrl> authorizations = new CopyOnWriteArrayList<>();

    /// The forms sent to the token endpoint.
    public final List<HttpUrl> tokenForms = new CopyOnWriteArrayList<>();

    /// The token to give out, by how many were asked for.
    public volatile IntFunction<String> token = count -> "access-token-" + count;

    public volatile UnaryOperator<HttpUrl> redirect = url -> url;
    private final Map<String, HttpUrl> codes = new ConcurrentHashMap<>();
    private final List<String> given = new CopyOnWriteArrayList<>();
    private final AtomicInteger count = new AtomicInteger();

    public IssuerSite() {
        String origin = site.origin();
        metadata.put("issuer", origin)
                .put("authorization_endpoint", origin + "/authorize")
                .put("token_endpoint", origin + "/token")
                .put("registration_endpoint", origin + "/register");
        metadata.putArray("code_challenge_methods_supported").add("S256");
        metadata.putArray("token_endpoint_auth_methods_supported").add("none");
        tokenAnswer.put("token_type", "Bearer").put("expires_in", 3600);
        registration.put("client_id", "registered-1");
        site.page(
                "/.well-known/oauth-authorization-server",
                _ -> Site.document(200, metadata.toString()));
        site.page("/authorize", this::authorize);
        site.page("/token", this::token);
        site.page("/register", _ -> Site.document(201, registration.toString()));
    }

    public String origin() {
        return site.origin();
    }

    /// @param authorization a header
    boolean gaveOut(String authorization) {
        return given.contains(authorization.substring(authorization.indexOf(' ') + 1));
    }

    private MockResponse authorize(RecordedRequest request) {
        HttpUrl asked = request.getUrl();
        authorizations.add(asked);
        String code = "code-" + count.incrementAndGet();
        codes.put(code, asked);
        HttpUrl back =
                HttpUrl.get(parameter(asked, "redirect_uri"))
                        .newBuilder()
                        .addQueryParameter("code", code)
                        .addQueryParameter("state", parameter(asked, "state"))
                        .build();
        return Site.status(302, "Location: " + redirect.apply(back));
    }

    private MockResponse token(RecordedRequest request) {
        String body = Objects.requireNonNull(request.getBody()).utf8();
        HttpUrl form = HttpUrl.get("http://form/?" + body);
        tokenForms.add(form);
        String grant = parameter(form, "grant_type");
        if (grant.equals("authorization_code")) {
            HttpUrl asked = codes.remove(parameter(form, "code"));
            if (asked == null
                    || !challenge(parameter(form, "code_verifier"))
                            .equals(parameter(asked, "code_challenge"))
                    || !parameter(form, "redirect_uri").equals(parameter(asked, "redirect_uri"))) {
                return Site.document(400, "{\"error\":\"invalid_grant\"}");
            }
        }
        ObjectNode answer = (ObjectNode) JsonMapper.shared().readTree(tokenAnswer.toString());
        if (answer.has("error")) {
            return Site.document(400, answer.toString());
        }
        String access = token.apply(tokenForms.size());
        given.add(access);
        answer.put("access_token", access);
        return Site.document(200, answer.toString());
    }

    public static String parameter(HttpUrl url, String name) {
        return Objects.requireNonNullElse(url.queryParameter(name), "");
    }

    private static String challenge(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        site.close();
    }
}
