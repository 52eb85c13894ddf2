package dev.benchlight.mcp;

import tools.jackson.databind.JsonNode;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A page that a server wants the user to open ("Elicitation", "Safe URL Handling").
///
/// @param text the whole address as it was sent
/// @param uri the same, parsed and checked, if it may be opened at all
/// @param refusal why it may not, or empty
/// @param warnings what is odd about one that may, a sentence each
public record ElicitedUrl(
        String id,
        String message,
        String text,
        Optional<URI> uri,
        String refusal,
        List<String> warnings) {
    /// The code of an error that asks for pages to be opened first (2025-11-25).
    public static final int REQUIRED = -32042;

    private static final int LONGEST = 8_192;

    /// What `elicitation/create` with mode `url` asks for, or one entry of such an error.
    public static ElicitedUrl of(JsonNode params) {
        String id = params.path("elicitationId").asString("");
        String message = params.path("message").asString("");
        String text = params.path("url").asString("");
        try {
            URI uri = checked(text);
            return new ElicitedUrl(id, message, text, Optional.of(uri), "", warnings(uri));
        } catch (URISyntaxException e) {
            return new ElicitedUrl(id, message, text, Optional.empty(), e.getReason(), List.of());
        }
    }

    /// The pages that an error of [#REQUIRED] names, at most 20 of them.
    ///
    /// @param data of the error
    public static List<ElicitedUrl> all(JsonNode data) {
        return data.path("elicitations").valueStream().limit(20).map(ElicitedUrl::of).toList();
    }

    private static URI checked(String text) throws URISyntaxException {
        if (text.length() > LONGEST) {
            throw new URISyntaxException("", "the address is longer than 8,192 characters");
        }
        if (text.chars().anyMatch(c -> c <= ' ' || (c >= 0x7f && c < 0xa0))) {
            throw new URISyntaxException("", "the address holds spaces or control characters");
        }
        URI uri;
        try {
            uri = new URI(text);
        } catch (URISyntaxException e) {
            throw new URISyntaxException("", "it is no address: " + e.getReason());
        }
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (uri.getHost() == null) {
            throw new URISyntaxException("", "the address names no plain host");
        }
        if (uri.getRawUserInfo() != null) {
            throw new URISyntaxException("", "the address holds a user name, which hides its host");
        }
        if (!scheme.equals("https") && !(scheme.equals("http") && isLoopback(uri.getHost()))) {
            throw new URISyntaxException("", "only https is opened, or http on this machine");
        }
        return new URI(uri.toASCIIString());
    }

    private static boolean isLoopback(String host) {
        return host.equalsIgnoreCase("localhost")
                || host.equals("[::1]")
                || host.matches("127(\\.\\d{1,3}){3}");
    }

    private static List<String> warnings(URI uri) {
        List<String> warnings = new ArrayList<>();
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        if (host.contains("xn--")) {
            warnings.add("The host is spelled with foreign letters, which may look like others.");
        }
        if (host.matches("[\\d.]+|\\[.*]|0x.*") && !isLoopback(host)) {
            warnings.add("The host is a bare address without a name.");
        }
        if (isLoopback(host)) {
            warnings.add("The page is on this machine.");
        }
        if (uri.getPort() >= 0 && uri.getPort() != 443 && !isLoopback(host)) {
            warnings.add("The port is unusual: " + uri.getPort() + ".");
        }
        return warnings;
    }
}
