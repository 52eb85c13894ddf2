package dev.benchlight.app.ui.result;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/// Decides which targets of links may be opened at all.
public final class SafeLink {
    private SafeLink() {}

    /// The link, parsed and written anew, if it is `https` or `http` with a host, without user
    /// information, and without spaces or control characters.
    public static Optional<URI> of(String target) {
        if (target.chars().anyMatch(c -> c <= ' ' || (c >= 0x7f && c < 0xa0))) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(target);
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            boolean web = scheme.equals("https") || scheme.equals("http");
            return web && uri.getHost() != null && uri.getRawUserInfo() == null
                    ? Optional.of(URI.create(uri.toASCIIString()))
                    : Optional.empty();
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }
}
