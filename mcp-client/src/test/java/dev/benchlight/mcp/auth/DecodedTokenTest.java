package dev.benchlight.mcp.auth;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.benchlight.mcp.auth.DecodedToken.Kind;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Base64;

class DecodedTokenTest {
    @Test
    void aJwtShowsHeaderAndClaimsAndNotItsSignature() {
        String token =
                part("{\"alg\":\"RS256\"}") + "." + part("{\"aud\":\"x\"}") + ".c2lnbmF0dXJl";
        DecodedToken decoded = DecodedToken.of("access_token", token);
        assertThat(decoded.kind()).isEqualTo(Kind.JWT);
        assertThat(decoded.length()).isEqualTo(token.length());
        assertThat(decoded).asString().contains("RS256", "aud").doesNotContain("c2lnbmF0dXJl");
    }

    @Test
    void anEncryptedOneShowsItsHeaderOnly() {
        String token = part("{\"alg\":\"dir\",\"enc\":\"A256GCM\"}") + "..a.b.c";
        DecodedToken decoded = DecodedToken.of("id_token", token);
        assertThat(decoded.kind()).isEqualTo(Kind.ENCRYPTED_JWT);
        assertThat(decoded.claims()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "abc", "a.b.c", "..", "e30.e30.x", "W10.W10.x", "\u0000.\u0000.\u0000"})
    void anyOtherIsItsLengthAlone(String token) {
        assertThat(DecodedToken.of("access_token", token))
                .isEqualTo(
                        new DecodedToken("access_token", Kind.OPAQUE, token.length(), null, null));
    }

    private static String part(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(UTF_8));
    }
}
