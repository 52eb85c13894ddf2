package dev.benchlight.mcp.auth;

import static dev.benchlight.mcp.auth.IssuerSite.parameter;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;

import dev.benchlight.mcp.wire.http.HttpAuthorization.Verdict;

import okhttp3.Credentials;
import okhttp3.HttpUrl;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Objects;

/// Access without a user: the extensions of MCP for machines and for companies.
class MachineFlowTest {
    private static final String JWT_BEARER = "urn:ietf:params:oauth:grant-type:jwt-bearer";

    private final OAuthRun run = new OAuthRun();
    private final ECKey key = key();

    @AfterEach
    void close() {
        run.close();
    }

    private static ECKey key() {
        try {
            return new ECKeyGenerator(Curve.P_256).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private String signed(String subject) throws JOSEException {
        SignedJWT jwt =
                new SignedJWT(
                        new JWSHeader(JWSAlgorithm.ES256),
                        new JWTClaimsSet.Builder().subject(subject).build());
        jwt.sign(new ECDSASigner(key));
        return jwt.serialize();
    }

    @Test
    void aSecretIsEnoughForAMachine() {
        run.issuer
                .metadata
                .putArray("token_endpoint_auth_methods_supported")
                .add("client_secret_basic");
        OAuth oauth = run.oauth(new MachineGrant.ClientSecret("machine", new Secret("s3cret")));
        assertThat(run.refused(oauth, 401, "Bearer scope=\"a b\"", 0))
                .isEqualTo(new Verdict.Again());
        assertThat(run.sent(oauth)).isEqualTo("Bearer access-token-1");
        HttpUrl form = run.lastForm();
        assertThat(parameter(form, "grant_type")).isEqualTo("client_credentials");
        assertThat(parameter(form, "scope")).isEqualTo("a b");
        assertThat(parameter(form, "resource")).isEqualTo(run.server.origin() + "/mcp");
        assertThat(run.issuer.site.requests("/token").getFirst().getHeaders().get("Authorization"))
                .isEqualTo(Credentials.basic("machine", "s3cret"));
        assertThat(run.browser.opened).isEmpty();
    }

    @Test
    void aSignedAssertionIsForTheIssuerAlone() throws Exception {
        OAuth oauth =
                run.oauth(
                        new MachineGrant.SignedClient(
                                "machine", key.toECPrivateKey(), "ES256", "k1"));
        assertThat(run.unauthorized(oauth)).isEqualTo(new Verdict.Again());
        SignedJWT sent = SignedJWT.parse(parameter(run.lastForm(), "client_assertion"));
        assertThat(sent.verify(new ECDSAVerifier(key))).isTrue();
        assertThat(sent.getHeader().getKeyID()).isEqualTo("k1");
        assertThat(sent.getJWTClaimsSet().getAudience()).containsExactly(run.issuer.origin());
        assertThat(sent.getJWTClaimsSet().getIssuer()).isEqualTo("machine");
        assertThat(sent.getJWTClaimsSet().getSubject()).isEqualTo("machine");
        assertThat(run.secrets).contains(sent.serialize());
        assertThat(run.steps.steps().toString()).doesNotContain(sent.serialize());
    }

    @Test
    void aKeyOfAnotherKindIsSaid() throws Exception {
        OAuth oauth =
                run.oauth(
                        new MachineGrant.SignedClient(
                                "machine", key.toECPrivateKey(), "RS256", null));
        assertThat(run.unauthorized(oauth).toString()).contains("oauth-bad-key");
        assertThat(run.issuer.tokenForms).isEmpty();
    }

    @Test
    void aWorkloadShowsThePlatformsTokenAndARefusalIsFinal() throws Exception {
        String token = signed("workload");
        OAuth oauth = run.oauth(new MachineGrant.Workload("machine", () -> new Secret(token)));
        assertThat(run.unauthorized(oauth)).isEqualTo(new Verdict.Again());
        assertThat(parameter(run.lastForm(), "grant_type")).isEqualTo(JWT_BEARER);
        assertThat(parameter(run.lastForm(), "assertion")).isEqualTo(token);
        assertThat(run.steps.steps().toString()).doesNotContain(token);
        run.issuer.tokenAnswer.put("error", "invalid_grant");
        assertThat(run.unauthorized(oauth).toString()).contains("invalid_grant");
        assertThat(run.issuer.tokenForms).hasSize(2);
        assertThat(run.browser.opened).isEmpty();
    }

    @Test
    void aCompanysProviderTurnsTheIdTokenIntoAnAssertion() throws Exception {
        String idToken = signed("user");
        String assertion = signed("id-jag");
        try (Site provider = new Site()) {
            provider.json(
                    "/token", "{\"access_token\":\"" + assertion + "\",\"token_type\":\"N_A\"}");
            MachineGrant.Enterprise grant =
                    new MachineGrant.Enterprise(
                            "mcp-client",
                            null,
                            provider.url("/token").uri(),
                            "idp-client",
                            () -> new Secret(idToken));
            assertThat(run.unauthorized(run.oauth(grant))).isEqualTo(new Verdict.Again());
            String body =
                    Objects.requireNonNull(provider.requests("/token").getFirst().getBody()).utf8();
            HttpUrl form = HttpUrl.get("http://form/?" + body);
            assertThat(parameter(form, "subject_token")).isEqualTo(idToken);
            assertThat(parameter(form, "audience")).isEqualTo(run.issuer.origin());
            assertThat(parameter(form, "resource")).isEqualTo(run.server.origin() + "/mcp");
            assertThat(parameter(form, "client_id")).isEqualTo("idp-client");
            assertThat(parameter(run.lastForm(), "assertion")).isEqualTo(assertion);
            for (String secret : List.of(idToken, assertion)) {
                assertThat(run.steps.steps().toString()).doesNotContain(secret);
                assertThat(run.secrets).contains(secret);
            }
            provider.page("/token", _ -> Site.document(400, "{\"error\":\"access_denied\"}"));
            assertThat(run.unauthorized(run.oauth(grant)).toString())
                    .contains("oauth-exchange-refused", "access_denied");
        }
    }
}
