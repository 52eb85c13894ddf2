package dev.benchlight.mcp.auth;

import okhttp3.Dns;
import okhttp3.HttpUrl;

import org.jspecify.annotations.Nullable;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;

/// Which addresses a server may have us contact: `https` ones, or `http` ones between loopback and
/// loopback, and none that is closer to us than the server is. Looks at the addresses that are
/// dialled, so that a name cannot be two things. Thread-safe.
final class TargetRules implements Dns {
    private final HttpUrl server;
    private final Dns dns;
    private final Consent consent;
    private volatile @Nullable Reach serverReach;

    /// @param server the MCP server's URL
    /// @param consent whether another origin than the server's may be contacted; not asked for
    ///   those that are refused anyway
    TargetRules(HttpUrl server, Dns dns, Consent consent) {
        this.server = server;
        this.dns = dns;
        this.consent = consent;
    }

    /// What can be told from the URL alone.
    ///
    /// @param what the URL is for, such as `token_endpoint`
    /// @throws AuthFault if it must not be contacted
    HttpUrl check(String what, String url) throws AuthFault {
        HttpUrl target =
                url.chars().anyMatch(c -> c <= ' ' || c == 127) ? null : HttpUrl.parse(url);
        if (target == null) {
            throw refused(what, url, "it is no http or https URL");
        }
        if (!target.username().isEmpty() || !target.password().isEmpty()) {
            throw refused(what, url, "it holds a user name");
        }
        if (target.host().equals(server.host())
                && target.port() == server.port()
                && target.isHttps()
                && server.isHttps()) {
            return target;
        }
        Reach reach = reach(target.host());
        boolean loopback = reach == Reach.LOOPBACK && serverReach() == Reach.LOOPBACK;
        if (!target.isHttps() && !loopback) {
            throw refused(what, url, "http is for loopback only, between loopback addresses");
        }
        if (reach != null && !allowed(target.host(), reach)) {
            throw refused(what, url, "a server out there may not point at " + words(reach));
        }
        if (!loopback && !consent.allows(origin(target))) {
            throw refused(what, url, "it is another origin than the server's, and was not allowed");
        }
        return target;
    }

    @Override
    public List<InetAddress> lookup(String host) throws UnknownHostException {
        List<InetAddress> addresses = dns.lookup(host);
        for (InetAddress address : addresses) {
            Reach reach = Reach.of(address);
            if (!allowed(host, reach)) {
                throw new RefusedException(host + " is " + words(reach));
            }
        }
        return addresses;
    }

    private boolean allowed(String host, Reach reach) {
        return host.equals(server.host()) || serverReach().maySendTo(reach);
    }

    /// Of a literal address or a name for loopback, else null.
    private static @Nullable Reach reach(String host) {
        String name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        if (name.equals("localhost") || name.endsWith(".localhost")) {
            return Reach.LOOPBACK;
        }
        InetAddress literal = Reach.literal(host);
        return literal == null ? null : Reach.of(literal);
    }

    private Reach serverReach() {
        Reach known = serverReach;
        if (known == null) {
            known = reach(server.host());
            known = known == null ? lookedUp() : known;
            serverReach = known;
        }
        return known;
    }

    /// The farthest of its addresses; public if the name is known to a proxy only.
    private Reach lookedUp() {
        try {
            return dns.lookup(server.host()).stream()
                    .map(Reach::of)
                    .max(Reach::compareTo)
                    .orElse(Reach.PUBLIC);
        } catch (UnknownHostException e) {
            return Reach.PUBLIC;
        }
    }

    static URI origin(HttpUrl url) {
        return url.newBuilder().encodedPath("/").query(null).fragment(null).build().uri();
    }

    private static String words(Reach reach) {
        return switch (reach) {
            case LOOPBACK -> "this machine (loopback)";
            case LINK -> "a link-local address";
            case PRIVATE -> "a private address";
            case RESERVED -> "a reserved address";
            case PUBLIC -> "a public address";
        };
    }

    private static AuthFault refused(String what, String url, String why) {
        String shown = url.length() > 200 ? url.substring(0, 200) + "…" : url;
        return new AuthFault(
                "oauth-target-refused",
                "The " + what + " was not contacted, since " + why + ": " + shown,
                "The server's metadata, or its WWW-Authenticate header, names this address.");
    }

    /// A name whose addresses must not be dialled.
    static final class RefusedException extends UnknownHostException {
        private static final long serialVersionUID = 1;

        RefusedException(String message) {
            super(message);
        }
    }
}
