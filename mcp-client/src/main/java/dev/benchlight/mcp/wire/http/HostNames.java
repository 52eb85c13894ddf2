package dev.benchlight.mcp.wire.http;

import okhttp3.HttpUrl;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;

/// Host names beyond ASCII, which are looked up and sent in their `xn--` form (IDNA).
public final class HostNames {
    private HostNames() {}

    /// The URL with its host in ASCII; the same one where it is already, or names no host.
    ///
    /// @throws URISyntaxException there is no such form of the host
    public static URI ascii(URI url) throws URISyntaxException {
        String authority = url.getRawAuthority();
        if (url.getHost() != null
                || authority == null
                || authority.chars().allMatch(c -> c < 0x80)
                || authority.contains("%")) {
            return url;
        }
        HttpUrl read = HttpUrl.parse(url.toString());
        if (read == null) {
            throw new URISyntaxException(url.toString(), "its host is no name or address");
        }
        int from = authority.lastIndexOf('@') + 1;
        int colon = authority.indexOf(':', from);
        String port = colon < 0 ? "" : authority.substring(colon);
        String written = authority.substring(0, from) + read.host() + port;
        return new URI(url.toString().replace("//" + authority, "//" + written));
    }

    /// Whether a URL names this machine, going by its host as it is written.
    public static boolean isLoopback(URI url) {
        String host = url.getHost();
        return host != null && EnvironmentProxies.isLoopback(host.replaceAll("[\\[\\]]", ""));
    }

    /// A host for people: as it is asked for and, where that is not how it is spelled, that too.
    public static String shown(String host) {
        String spelled = host.contains("xn--") ? IDN.toUnicode(host) : host;
        return spelled.equals(host) ? host : host + " (" + spelled + ")";
    }
}
