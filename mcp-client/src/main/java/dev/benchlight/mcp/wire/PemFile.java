package dev.benchlight.mcp.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the parts of PEM texts (RFC 7468).
public final class PemFile {
    private static final Pattern PART =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([^-]*)-----END \\1-----");

    /// As OpenSSL encrypts keys that are not PKCS#8 (RFC 1421, 4.6.1.1).
    private static final Pattern ENCRYPTED =
            Pattern.compile("PRIVATE KEY-----\\s+Proc-Type: 4,ENCRYPTED");

    private static final List<String> KEYS = List.of("EC", "RSA", "Ed25519");

    private PemFile() {}

    /// All certificates, in order.
    ///
    /// @throws GeneralSecurityException there is none, or one is broken
    public static List<X509Certificate> certificates(String pem) throws GeneralSecurityException {
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        List<X509Certificate> found = new ArrayList<>();
        Matcher parts = PART.matcher(pem);
        while (parts.find()) {
            if (parts.group(1).equals("CERTIFICATE")) {
                byte[] bytes = parts.group().getBytes(US_ASCII);
                found.add(
                        (X509Certificate)
                                factory.generateCertificate(new ByteArrayInputStream(bytes)));
            }
        }
        if (found.isEmpty()) {
            throw new GeneralSecurityException("it holds no certificate in PEM form");
        }
        return found;
    }

    /// The private key.
    ///
    /// @throws GeneralSecurityException there is none, or of a kind that is not known, or encrypted
    public static PrivateKey key(String pem) throws GeneralSecurityException {
        Matcher parts = PART.matcher(pem);
        while (parts.find()) {
            byte[] der = Base64.getMimeDecoder().decode(parts.group(2));
            switch (parts.group(1)) {
                case "PRIVATE KEY" -> {
                    return key(der);
                }
                case "RSA PRIVATE KEY" -> {
                    return key(Pkcs8.ofRsa(der));
                }
                case "EC PRIVATE KEY" -> {
                    return key(Pkcs8.ofEc(der));
                }
                case "ENCRYPTED PRIVATE KEY" -> throw encrypted();
                default -> {}
            }
        }
        throw ENCRYPTED.matcher(pem).find()
                ? encrypted()
                : new GeneralSecurityException("it holds no private key in PEM form");
    }

    private static GeneralSecurityException encrypted() {
        return new GeneralSecurityException(
                "its key is encrypted, which is not read from PEM; make a PKCS#12 file, which may"
                        + " have a passphrase (openssl pkcs12 -export -inkey KEY.pem -in CERT.pem -out"
                        + " BOTH.p12), or a key without one (openssl pkcs8 -topk8 -nocrypt -in KEY.pem"
                        + " -out PLAIN.pem)");
    }

    private static PrivateKey key(byte[] pkcs8) throws GeneralSecurityException {
        GeneralSecurityException wrong = new GeneralSecurityException("no kind of key is known");
        for (String algorithm : KEYS) {
            try {
                return KeyFactory.getInstance(algorithm)
                        .generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
            } catch (InvalidKeySpecException e) {
                wrong =
                        new GeneralSecurityException(
                                "its key is neither EC, RSA nor Ed25519, or is broken", e);
            }
        }
        throw wrong;
    }
}
