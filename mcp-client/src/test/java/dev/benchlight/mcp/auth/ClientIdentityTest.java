package dev.benchlight.mcp.auth;

import static dev.benchlight.mcp.auth.IssuerSite.parameter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.mcp.wire.http.HttpAuthorization.Verdict;

import mockwebserver3.RecordedRequest;

import okhttp3.Credentials;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.net.URI;
import java.util.List;
import java.util.Objects;

/// "Client Registration": who we are to an authorisation server.
class ClientIdentityTest {
    private static final ClientSettings BY_HAND =
            ClientSettings.DEFAULT.with(
                    new ClientSettings.PreRegistered(null, "by-hand", new Secret("the secret")));
    private static final URI DOCUMENT = URI.create("https://benchlight.test/client.json");

    private final OAuthRun run = new OAuthRun();

    @AfterEach
    void close() {
        run.close();
    }

    @Test
    void aClientRegistersItselfAsNativeWhereNothingElseWorks() {
        OAuth oauth = run.oauth(ClientSettings.DEFAULT);
        assertThat(run.unauthorized(oauth)).isEqualTo(new Verdict.Again());
        JsonNode sent = registration();
        assertThat(sent.path("application_type").asString()).isEqualTo("native");
        assertThat(sent.path("client_name").asString()).isEqualTo("Benchlight");
        assertThat(sent.path("token_endpoint_auth_method").asString()).isEqualTo("none");
        assertThat(sent.path("redirect_uris").path(0).asString())
                .isEqualTo(run.asked("redirect_uri"))
                .startsWith("http://127.0.0.1:");
        assertThat(run.asked("client_id")).isEqualTo("registered-1");
        assertThat(parameter(run.lastForm(), "client_id")).isEqualTo("registered-1");
    }

    @Test
    void aRegisteredClientIsUsedAgainWithItsRedirectButNotWithAnotherIssuer() {
        run.unauthorized(run.oauth(ClientSettings.DEFAULT));
        String redirect = run.asked("redirect_uri");
        run.store.keep(run.server.url("/mcp").toString(), null);
        run.unauthorized(run.oauth(ClientSettings.DEFAULT));
        assertThat(run.issuer.site.requests("/register")).hasSize(1);
        assertThat(run.steps.steps())
                .extracting(AuthStep::name)
                .containsOnlyOnce("dynamic client registration", "client registered before");
        assertThat(run.asked("redirect_uri")).isEqualTo(redirect);
        try (IssuerSite other = new IssuerSite()) {
            other.registration.put("client_id", "registered-2");
            run.issuedBy(other);
            run.unauthorized(run.oauth(ClientSettings.DEFAULT));
            assertThat(other.site.requests("/register")).hasSize(1);
            assertThat(parameter(other.authorizations.getLast(), "client_id"))
                    .isEqualTo("registered-2");
        }
    }

    @Test
    void ourDocumentIsPreferredWhereItIsTaken() {
        run.issuer.metadata.put("client_id_metadata_document_supported", true);
        run.unauthorized(run.oauth(ClientSettings.DEFAULT.withDocument(DOCUMENT)));
        assertThat(run.asked("client_id")).isEqualTo(DOCUMENT.toString());
        assertThat(run.issuer.site.requests("/register")).isEmpty();
        run.issuer.metadata.remove("client_id_metadata_document_supported");
        run.store.keep(run.server.url("/mcp").toString(), null);
        run.unauthorized(run.oauth(ClientSettings.DEFAULT.withDocument(DOCUMENT)));
        assertThat(run.asked("client_id")).isEqualTo("registered-1");
    }

    @ParameterizedTest
    @CsvSource({
        "none, none",
        "client_secret_post, client_secret_post",
        "client_secret_basic, client_secret_basic",
        "client_secret_post client_secret_basic, client_secret_basic",
        "private_key_jwt client_secret_post, client_secret_post",
        ", client_secret_basic"
    })
    void aSecretIsShownAsTheServerTakesIt(@Nullable String supported, String used) {
        if (supported == null) {
            run.issuer.metadata.remove("token_endpoint_auth_methods_supported");
        } else {
            var methods = run.issuer.metadata.putArray("token_endpoint_auth_methods_supported");
            List.of(supported.split(" ", -1)).forEach(methods::add);
        }
        assertThat(run.unauthorized(run.oauth(BY_HAND))).isEqualTo(new Verdict.Again());
        RecordedRequest request = run.issuer.site.requests("/token").getFirst();
        boolean basic = used.equals("client_secret_basic");
        assertThat(request.getHeaders().get("Authorization"))
                .isEqualTo(basic ? Credentials.basic("by-hand", "the+secret") : null);
        assertThat(parameter(run.lastForm(), "client_secret"))
                .isEqualTo(used.equals("client_secret_post") ? "the secret" : "");
        assertThat(parameter(run.lastForm(), "client_id")).isEqualTo(basic ? "" : "by-hand");
    }

    @Test
    void aRegistrationSaysHowItsSecretIsToBeShown() {
        run.issuer
                .registration
                .put("client_secret", "secret-of-registration")
                .put("token_endpoint_auth_method", "client_secret_post");
        run.unauthorized(run.oauth(ClientSettings.DEFAULT));
        assertThat(parameter(run.lastForm(), "client_secret")).isEqualTo("secret-of-registration");
        assertThat(run.secrets).contains("secret-of-registration");
        assertThat(run.steps.steps().toString()).doesNotContain("secret-of-registration");
    }

    @Test
    void aClientOfOneIssuerIsNeverShownToAnother() {
        OAuth oauth = run.oauth(BY_HAND);
        run.unauthorized(oauth);
        try (IssuerSite other = new IssuerSite()) {
            run.issuedBy(other);
            assertThat(run.unauthorized(oauth))
                    .isInstanceOfSatisfying(
                            Verdict.Failed.class,
                            failed ->
                                    assertThat(failed.fault().code())
                                            .isEqualTo("oauth-client-of-another-issuer"));
            assertThat(other.authorizations).isEmpty();
            assertThat(other.tokenForms).isEmpty();
        }
    }

    @Test
    void whatHindersARegistrationIsSaid() {
        run.issuer.site.page(
                "/register", _ -> Site.document(400, "{\"error\":\"invalid_redirect_uri\"}"));
        assertThat(run.fault(ClientSettings.DEFAULT)).isEqualTo("oauth-registration-refused");
        assertThat(run.steps.broken()).containsExactly("RFC 7591, 3.2.1");
        run.issuer.metadata.remove("registration_endpoint");
        assertThat(run.fault(ClientSettings.DEFAULT)).isEqualTo("oauth-no-client");
        assertThat(run.browser.opened).isEmpty();
    }

    private JsonNode registration() {
        RecordedRequest request = run.issuer.site.requests("/register").getFirst();
        return JsonMapper.shared().readTree(Objects.requireNonNull(request.getBody()).utf8());
    }
}
