package dev.benchlight.mcp.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/// Private keys in the forms that OpenSSL has written them in over the years.
class PemFileTest {
    /// What stands in PKCS#8 before the key itself, for 2048 bits.
    private static final int BEFORE_RSA = 26;

    private static final byte[] VERSION_AND_SECRET = HexFormat.of().parseHex("0201010420");
    private static final byte[] P256 = HexFormat.of().parseHex("a00a06082a8648ce3d030107");

    private static String pem(String kind, byte[] der) {
        String body = Base64.getMimeEncoder().encodeToString(der);
        return "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(kind, body, kind);
    }

    @Test
    void anRsaKeyIsReadAsPkcs8AndAsPkcs1() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2_048);
        RSAPrivateKey key = (RSAPrivateKey) generator.generateKeyPair().getPrivate();
        byte[] pkcs8 = key.getEncoded();
        byte[] pkcs1 = Arrays.copyOfRange(pkcs8, BEFORE_RSA, pkcs8.length);

        assertThat(PemFile.key(pem("PRIVATE KEY", pkcs8))).isEqualTo(key);
        assertThat(PemFile.key(pem("RSA PRIVATE KEY", pkcs1))).isEqualTo(key);
    }

    @Test
    void aKeyOnACurveIsReadWithTheCurveThatItNames() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        ECPrivateKey key = (ECPrivateKey) generator.generateKeyPair().getPrivate();
        byte[] members = join(VERSION_AND_SECRET, bytes(key.getS()), P256);
        String parameters = pem("EC PARAMETERS", Arrays.copyOfRange(P256, 2, P256.length));

        ECPrivateKey read =
                (ECPrivateKey) PemFile.key(parameters + pem("EC PRIVATE KEY", sequence(members)));
        assertThat(read.getS()).isEqualTo(key.getS());
        assertThat(read.getParams()).hasToString(key.getParams().toString());

        byte[] without = Arrays.copyOf(members, members.length - P256.length);
        assertThatThrownBy(() -> PemFile.key(pem("EC PRIVATE KEY", sequence(without))))
                .isInstanceOf(GeneralSecurityException.class)
                .hasMessageContaining("of which curve");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "30", "3081", "30ff", "3084ffffffff", "300402", "30030201"})
    void whatIsBrokenIsSaidToBe(String der) {
        for (String kind : new String[] {"EC PRIVATE KEY", "RSA PRIVATE KEY", "PRIVATE KEY"}) {
            assertThatThrownBy(() -> PemFile.key(pem(kind, HexFormat.of().parseHex(der))))
                    .as(kind)
                    .isInstanceOf(GeneralSecurityException.class)
                    .hasMessageContaining("key");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-----BEGIN ENCRYPTED PRIVATE KEY-----\nMA==\n-----END ENCRYPTED PRIVATE KEY-----",
                "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\n"
                        + "DEK-Info: AES-128-CBC,7F60\n\nMA==\n-----END RSA PRIVATE KEY-----"
            })
    void whatIsEncryptedIsToldWithTheWayOut(String pem) {
        assertThatThrownBy(() -> PemFile.key(pem))
                .isInstanceOf(GeneralSecurityException.class)
                .hasMessageContaining("encrypted")
                .hasMessageContaining("openssl pkcs12 -export")
                .hasMessageContaining("openssl pkcs8 -topk8 -nocrypt");
    }

    /// 32 of them, whatever the number.
    private static byte[] bytes(BigInteger number) {
        byte[] signed = number.toByteArray();
        byte[] bytes = new byte[32];
        int length = Math.min(32, signed.length);
        System.arraycopy(signed, signed.length - length, bytes, 32 - length, length);
        return bytes;
    }

    private static byte[] sequence(byte[] members) {
        return join(new byte[] {0x30, (byte) members.length}, members);
    }

    private static byte[] join(byte[]... parts) {
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        byte[] all = new byte[length];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }
}
