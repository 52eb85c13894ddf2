package dev.benchlight.mcp.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.oauth2.sdk.dpop.DPoPProofFactory;
import com.nimbusds.oauth2.sdk.dpop.DefaultDPoPProofFactory;
import com.nimbusds.oauth2.sdk.token.DPoPAccessToken;
import com.nimbusds.openid.connect.sdk.Nonce;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The key that tokens of one connection are bound to (DPoP, RFC 9449), and the nonces that servers
/// want in its proofs. It is made when first needed, and kept with the tokens. Thread-safe.
final class ProofKey {
    static final String ALGORITHM = "ES256";
    private static final String NONCE = "dpop-nonce";

    private final Map<String, String> nonces = new ConcurrentHashMap<>();
    private @Nullable ECKey key;
    private @Nullable DPoPProofFactory factory;
    private volatile boolean wanted;

    /// The MCP server wants tokens to be bound, so they are, where the issuer can.
    void want() {
        wanted = true;
    }

    boolean binds(ServerMetadata issuer) {
        return wanted && issuer.proofAlgorithms().contains(ALGORITHM);
    }

    /// Takes the nonce that an answer hands out.
    ///
    /// @return whether it is another than the last one of this origin
    boolean heard(URI from, Map<String, List<String>> headers) {
        List<String> given = headers.getOrDefault(NONCE, List.of());
        return given.size() == 1
                && !given.getFirst().equals(nonces.put(origin(from), given.getFirst()));
    }

    /// The `DPoP` header for a request.
    ///
    /// @param token that the request carries, or null at the token endpoint
    String proof(String method, URI url, @Nullable Secret token) {
        String nonce = nonces.get(origin(url));
        try {
            return factory()
                    .createDPoPJWT(
                            method,
                            AuthorizationAnswer.withoutQuery(url),
                            token == null ? null : new DPoPAccessToken(token.value()),
                            nonce == null ? null : new Nonce(nonce))
                    .serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("a key of ours cannot sign", e);
        }
    }

    /// Goes on with the key of tokens that were kept.
    ///
    /// @return whether it is one
    synchronized boolean restore(Secret jwk) {
        try {
            ECKey known = ECKey.parse(jwk.value());
            factory = new DefaultDPoPProofFactory(known, JWSAlgorithm.ES256);
            key = known;
            wanted = true;
            return true;
        } catch (ParseException | JOSEException | IllegalArgumentException e) {
            return false;
        }
    }

    /// The private key, to be kept with the tokens that are bound to it.
    synchronized Secret jwk() {
        try {
            return new Secret(key().toJSONString());
        } catch (JOSEException e) {
            throw new IllegalStateException("no key can be made", e);
        }
    }

    private synchronized ECKey key() throws JOSEException {
        ECKey known = key;
        if (known == null) {
            known = new ECKeyGenerator(Curve.P_256).generate();
            key = known;
        }
        return known;
    }

    private synchronized DPoPProofFactory factory() throws JOSEException {
        DPoPProofFactory known = factory;
        if (known == null) {
            known = new DefaultDPoPProofFactory(key(), JWSAlgorithm.ES256);
            factory = known;
        }
        return known;
    }

    private static String origin(URI url) {
        return url.getScheme() + "://" + url.getRawAuthority();
    }
}
