package dev.benchlight.app.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.benchlight.mcp.auth.AuthFault;

import org.junit.jupiter.api.Test;

import java.util.Map;

/// What is wrong with the `auth` of an entry only once its values are put in.
class AuthSettingsTest {
    @Test
    void anAddressThatIsNoneIsNamedByItsFieldAndNotPassedOver() {
        AuthSettings settings =
                new AuthSettings(Map.of("type", "oauth", "redirect", "http://127.0.0.1:1 2/"));
        assertThatThrownBy(settings::client)
                .isInstanceOfSatisfying(
                        AuthFault.class,
                        fault -> {
                            assertThat(fault.code()).isEqualTo("auth-bad-url");
                            assertThat(fault.text()).contains("auth.redirect");
                        });
        AuthSettings managed =
                new AuthSettings(
                        Map.of(
                                "type", "enterprise-managed",
                                "clientId", "c",
                                "providerTokenEndpoint", "https://a b/",
                                "providerClientId", "p",
                                "idToken", "t"));
        assertThatThrownBy(managed::grant)
                .hasMessageContaining("auth.providerTokenEndpoint")
                .isInstanceOf(AuthFault.class);
    }

    @Test
    void aKeyThatIsNotThereIsNamedByItsFile() {
        AuthSettings settings =
                new AuthSettings(
                        Map.of(
                                "type", "private-key-jwt",
                                "clientId", "c",
                                "keyFile", "/nowhere/key.pem"));
        assertThatThrownBy(settings::grant)
                .isInstanceOf(AuthFault.class)
                .hasMessageContaining("/nowhere/key.pem");
    }
}
