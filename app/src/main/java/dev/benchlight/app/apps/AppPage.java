package dev.benchlight.app.apps;

import dev.benchlight.mcp.Extensions;

import tools.jackson.databind.JsonNode;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/// A page as `resources/read` brought it ("UI Resource Format").
///
/// @param html empty where there is none, or none that can be read
/// @param ui what `_meta.ui` says of it, or a missing node
public record AppPage(String uri, String mimeType, String html, JsonNode ui) {
    public static final String SCHEME = "ui://";

    /// The first of a result's contents that is a page.
    public static Optional<AppPage> in(JsonNode result) {
        return result.path("contents")
                .valueStream()
                .map(AppPage::of)
                .filter(AppPage::isApp)
                .findFirst();
    }

    private static AppPage of(JsonNode contents) {
        return new AppPage(
                contents.path("uri").asString(""),
                contents.path("mimeType").asString(""),
                contents.path("text").stringValueOpt().orElseGet(() -> decoded(contents)),
                contents.path("_meta").path("ui"));
    }

    private static String decoded(JsonNode contents) {
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(contents.path("blob").asString(""));
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private boolean isApp() {
        return uri.startsWith(SCHEME) || hasAppType();
    }

    /// Whether it says that it is what it must be; spaces and case do not matter.
    boolean hasAppType() {
        return mimeType.replace(" ", "").toLowerCase(Locale.ROOT).equals(Extensions.APP_TYPE);
    }
}
