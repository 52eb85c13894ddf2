package dev.benchlight.mcp.wire;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.HexFormat;

/// Private keys in their older forms as PKCS#8 (RFC 5208), which Java reads.
final class Pkcs8 {
    private static final byte[] VERSION = HexFormat.of().parseHex("020100");

    /// `rsaEncryption` (RFC 8017, A.1), whose parameters are null.
    private static final byte[] RSA = HexFormat.of().parseHex("300d06092a864886f70d0101010500");

    /// `id-ecPublicKey` (RFC 5480, 2.1.1), whose parameters are the curve.
    private static final byte[] EC = HexFormat.of().parseHex("06072a8648ce3d0201");

    private static final int SEQUENCE = 0x30;
    private static final int OCTETS = 0x04;
    private static final int CURVE = 0xA0;

    private Pkcs8() {}

    /// @param pkcs1 an `RSAPrivateKey` (RFC 8017, A.1.2)
    static byte[] ofRsa(byte[] pkcs1) {
        return element(SEQUENCE, VERSION, RSA, element(OCTETS, pkcs1));
    }

    /// @param sec1 an `ECPrivateKey` (RFC 5915)
    /// @throws GeneralSecurityException it is broken, or does not say of which curve it is
    static byte[] ofEc(byte[] sec1) throws GeneralSecurityException {
        byte[] algorithm = element(SEQUENCE, EC, curve(sec1));
        return element(SEQUENCE, VERSION, algorithm, element(OCTETS, sec1));
    }

    private static byte[] curve(byte[] sec1) throws GeneralSecurityException {
        try {
            ByteBuffer members = ByteBuffer.wrap(sec1);
            members.get();
            int length = length(members);
            members.limit(members.position() + length);
            while (members.hasRemaining()) {
                int tag = members.get() & 0xFF;
                byte[] value = new byte[length(members)];
                members.get(value);
                if (tag == CURVE) {
                    return value;
                }
            }
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            throw new GeneralSecurityException("its key is broken", e);
        }
        throw new GeneralSecurityException("its key does not say of which curve it is");
    }

    /// Of what follows, no longer than the whole.
    private static int length(ByteBuffer der) {
        int first = der.get() & 0xFF;
        int length = first < 0x80 ? first : 0;
        for (int more = first < 0x80 ? 0 : first & 0x7F; more > 0; more--) {
            length = length << 8 | der.get() & 0xFF;
        }
        if (length < 0 || length > der.remaining()) {
            throw new BufferUnderflowException();
        }
        return length;
    }

    private static byte[] element(int tag, byte[]... parts) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            content.writeBytes(part);
        }
        int length = content.size();
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.write(tag);
        if (length < 0x80) {
            whole.write(length);
        } else {
            int bytes = (39 - Integer.numberOfLeadingZeros(length)) / 8;
            whole.write(0x80 | bytes);
            for (int left = bytes - 1; left >= 0; left--) {
                whole.write(length >> 8 * left);
            }
        }
        whole.writeBytes(content.toByteArray());
        return whole.toByteArray();
    }
}
