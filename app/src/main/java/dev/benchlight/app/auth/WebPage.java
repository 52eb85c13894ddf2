package dev.benchlight.app.auth;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Decides which pages a browser may be sent to for signing in, whatever was checked before.
public final class WebPage {
    private static final Pattern LOOPBACK =
            Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]");

    private WebPage() {}

    /// The address, parsed and written anew, if it is an `https` one, or an `http` one on loopback,
    /// with a host, and without user name, spaces and control characters.
    public static Optional<URI> of(String address) {
        if (address.chars().anyMatch(c -> c <= ' ' || (c >= 0x7f && c < 0xa0))) {
            return Optional.empty();
        }
        try {
            URI page = new URI(address);
            String scheme =
                    page.getScheme() == null ? "" : page.getScheme().toLowerCase(Locale.ROOT);
            String host = page.getHost() == null ? "" : page.getHost().toLowerCase(Locale.ROOT);
            boolean web =
                    scheme.equals("https")
                            || (scheme.equals("http") && LOOPBACK.matcher(host).matches());
            return web && !host.isEmpty() && page.getRawUserInfo() == null
                    ? Optional.of(URI.create(page.toASCIIString()))
                    : Optional.empty();
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }
}
