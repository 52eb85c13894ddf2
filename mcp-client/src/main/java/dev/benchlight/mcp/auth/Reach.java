package dev.benchlight.mcp.auth;

import org.jspecify.annotations.Nullable;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/// From where an address can be reached. Addresses that stand for an IPv4 one within IPv6 (mapped,
/// NAT64, 6to4) are of that one's kind.
enum Reach {
    LOOPBACK,
    /// Of one link or one machine's host, with the metadata services of clouds.
    LINK,
    /// Of one organisation, with the shared space of carriers (RFC 1918, 6598, 4193).
    PRIVATE,
    /// Nobody's, or everybody's.
    RESERVED,
    PUBLIC;

    static Reach of(InetAddress address) {
        byte[] bytes = address.getAddress();
        return address instanceof Inet4Address ? ofFour(bytes) : ofSix(address, bytes);
    }

    private static Reach ofFour(byte[] bytes) {
        int a = bytes[0] & 0xff;
        int b = bytes[1] & 0xff;
        if (a == 127) {
            return LOOPBACK;
        }
        if (a == 169 && b == 254) {
            return LINK;
        }
        if (a == 10
                || (a == 172 && (b & 0xf0) == 16)
                || (a == 192 && b == 168)
                || (a == 100 && (b & 0xc0) == 64)) {
            return PRIVATE;
        }
        boolean reserved =
                a == 0
                        || a >= 224
                        || (a == 192 && b == 0 && (bytes[2] == 0 || bytes[2] == 2))
                        || (a == 198 && (b & 0xfe) == 18)
                        || (a == 198 && b == 51 && bytes[2] == 100)
                        || (a == 203 && b == 0 && bytes[2] == 113);
        return reserved ? RESERVED : PUBLIC;
    }

    private static Reach ofSix(InetAddress address, byte[] bytes) {
        if (address.isLoopbackAddress()) {
            return LOOPBACK;
        }
        if (address.isLinkLocalAddress()) {
            return LINK;
        }
        if ((bytes[0] & 0xfe) == 0xfc || address.isSiteLocalAddress()) {
            return PRIVATE;
        }
        if (address.isMulticastAddress() || address.isAnyLocalAddress()) {
            return RESERVED;
        }
        if (starts(bytes, 0x20, 0x02)) {
            return ofFour(Arrays.copyOfRange(bytes, 2, 6));
        }
        boolean nat64 = starts(bytes, 0x00, 0x64, 0xff, 0x9b);
        if (nat64 || starts(bytes, 0, 0, 0, 0, 0, 0, 0, 0)) {
            return ofFour(Arrays.copyOfRange(bytes, 12, 16));
        }
        // Teredo and documentation.
        boolean odd = starts(bytes, 0x20, 0x01, 0, 0) || starts(bytes, 0x20, 0x01, 0x0d, 0xb8);
        return odd || (bytes[0] & 0xe0) != 0x20 ? RESERVED : PUBLIC;
    }

    private static boolean starts(byte[] bytes, int... first) {
        for (int i = 0; i < first.length; i++) {
            if ((bytes[i] & 0xff) != first[i]) {
                return false;
            }
        }
        return true;
    }

    /// Whether a server of this reach may send us to an address of the other.
    boolean maySendTo(Reach target) {
        return switch (target) {
            case PUBLIC -> true;
            case PRIVATE -> this == PRIVATE || this == LOOPBACK;
            case LOOPBACK -> this == LOOPBACK;
            case LINK, RESERVED -> false;
        };
    }

    /// The literal address, or null for a name. Looks nothing up.
    static @Nullable InetAddress literal(String host) {
        if (!host.contains(":") && !host.matches("\\d{1,3}(\\.\\d{1,3}){3}")) {
            return null;
        }
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            return null;
        }
    }
}
