package dev.benchlight.mcp.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;

import dev.benchlight.mcp.wire.http.HttpAuthorization.Refusal;
import dev.benchlight.mcp.wire.http.HttpAuthorization.Verdict;

import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Tokens bound to a key of ours (DPoP, RFC 9449).
class ProofKeyTest {
    private final OAuthRun run = new OAuthRun();
    private final OAuth oauth = run.oauth(ClientSettings.DEFAULT);

    @BeforeEach
    void advertise() {
        run.issuer.metadata.putArray("dpop_signing_alg_values_supported").add("ES256");
        run.issuer.tokenAnswer.put("token_type", "DPoP");
    }

    @AfterEach
    void close() {
        run.close();
    }

    @Test
    void aServerThatWantsProofsGetsAFreshOneForEachRequest() throws Exception {
        assertThat(run.refused(oauth, 401, "DPoP algs=\"ES256\"", 0))
                .isEqualTo(new Verdict.Again());
        JWTClaimsSet atToken = claims(proofs().getFirst());
        assertThat(atToken.getStringClaim("htm")).isEqualTo("POST");
        assertThat(atToken.getStringClaim("htu")).isEqualTo(run.issuer.origin() + "/token");
        assertThat(atToken.getClaim("ath")).isNull();
        Map<String, String> first = headers();
        assertThat(first).containsEntry("Authorization", "DPoP access-token-1");
        JWTClaimsSet claims = claims(first.get("DPoP"));
        assertThat(claims.getStringClaim("htu")).isEqualTo(run.server.origin() + "/mcp");
        assertThat(claims.getStringClaim("ath")).isNotEmpty();
        assertThat(claims(headers().get("DPoP")).getJWTID()).isNotEqualTo(claims.getJWTID());
    }

    @Test
    void aServerThatWantsPlainTokensGetsNoProofs() {
        run.issuer.tokenAnswer.put("token_type", "Bearer");
        run.unauthorized(oauth);
        assertThat(proofs()).containsExactly("null");
        assertThat(headers()).containsOnlyKeys("Authorization");
    }

    @Test
    void theNonceThatAServerHandsOutIsInTheNextProof() throws Exception {
        run.issuer.site.before("/token", ProofKeyTest::wantsNonce);
        assertThat(run.refused(oauth, 401, "DPoP", 0)).isEqualTo(new Verdict.Again());
        assertThat(proofs()).hasSize(2);
        assertThat(claims(proofs().getLast()).getStringClaim("nonce")).isEqualTo("nonce-1");
        Refusal refusal =
                new Refusal(
                        401,
                        List.of("DPoP error=\"use_dpop_nonce\""),
                        run.sent(oauth),
                        Map.of("dpop-nonce", List.of("nonce-2")),
                        0);
        assertThat(oauth.refused(refusal).join()).isEqualTo(new Verdict.Again());
        assertThat(claims(headers().get("DPoP")).getStringClaim("nonce")).isEqualTo("nonce-2");
        assertThat(run.browser.opened).hasSize(1);
    }

    @Test
    void theKeyIsKeptWithItsTokensWhichAreUsedAndRenewedByTheNextClient() throws Exception {
        run.issuer.tokenAnswer.put("refresh_token", "refresh-token-1");
        run.refused(oauth, 401, "DPoP", 0);
        Base64URL key = key(headers().get("DPoP"));
        OAuth next = run.oauth(ClientSettings.DEFAULT);
        assertThat(headers(next)).containsEntry("Authorization", "DPoP access-token-1");
        assertThat(key(headers(next).get("DPoP"))).isEqualTo(key);
        assertThat(run.refused(next, 401, "DPoP error=\"invalid_token\"", 0))
                .isEqualTo(new Verdict.Again());
        assertThat(run.lastForm().queryParameter("grant_type")).isEqualTo("refresh_token");
        assertThat(key(proofs().getLast())).isEqualTo(key);
        assertThat(run.browser.opened).hasSize(1);
    }

    @Test
    void tokensWhoseKeyIsGoneAreNotUsed() {
        run.refused(oauth, 401, "DPoP", 0);
        String server = run.server.url("/mcp").toString();
        for (@Nullable Secret lost :
                new @Nullable Secret[] {null, new Secret("{\"kty\":\"oct\"}")}) {
            run.store.keep(server, run.store.tokens(server).orElseThrow().boundTo(lost));
            assertThat(headers(run.oauth(ClientSettings.DEFAULT))).isEmpty();
        }
    }

    private static Base64URL key(@Nullable String proof) throws Exception {
        return SignedJWT.parse(Objects.requireNonNull(proof))
                .getHeader()
                .getJWK()
                .computeThumbprint();
    }

    private static boolean hasNonce(RecordedRequest request) {
        try {
            return claims(request.getHeaders().get("DPoP")).getClaim("nonce") != null;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable MockResponse wantsNonce(RecordedRequest request) {
        return hasNonce(request)
                ? null
                : Site.document(400, "{\"error\":\"use_dpop_nonce\"}")
                        .newBuilder()
                        .addHeader("DPoP-Nonce", "nonce-1")
                        .build();
    }

    private List<String> proofs() {
        return run.issuer.site.requests("/token").stream()
                .map(request -> String.valueOf(request.getHeaders().get("DPoP")))
                .toList();
    }

    private Map<String, String> headers() {
        return headers(oauth);
    }

    private Map<String, String> headers(OAuth of) {
        URI url = run.server.url("/mcp").newBuilder().query("a=b").build().uri();
        return of.headers("POST", url, true);
    }

    /// The claims of a proof that is signed with the key it names.
    private static JWTClaimsSet claims(@Nullable String proof) throws Exception {
        SignedJWT jwt = SignedJWT.parse(Objects.requireNonNull(proof));
        JWK key = jwt.getHeader().getJWK();
        assertThat(key.isPrivate()).isFalse();
        assertThat(jwt.verify(new ECDSAVerifier(key.toECKey()))).isTrue();
        assertThat(jwt.getHeader().getType()).hasToString("dpop+jwt");
        return jwt.getJWTClaimsSet();
    }
}
