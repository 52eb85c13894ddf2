package dev.benchlight.render.markdown;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What may be done with the target of a link or of an image.
final class Links {
    private static final Pattern NAMES_HOST =
            Pattern.compile("(?i)\\s*(?:https?://)?((?:[\\w-]+\\.)+[a-z]{2,})(?:[/:?#]\\S*)?\\s*");

    private Links() {}

    /// Whether it leads to the web: http and https. Nothing else may be opened or loaded.
    static boolean isWeb(String target) {
        int colon = target.indexOf(':');
        String scheme = colon < 0 ? "" : target.substring(0, colon).toLowerCase(Locale.ROOT);
        return scheme.equals("http") || scheme.equals("https");
    }

    /// Whether a link's text names a host that is not the one it leads to.
    static boolean misleads(String text, String target) {
        Matcher named = NAMES_HOST.matcher(text);
        return named.matches() && !named.group(1).equalsIgnoreCase(host(target));
    }

    /// The host, for readers; the target itself if it has none.
    static String host(String target) {
        try {
            String host = URI.create(target).getHost();
            return host == null ? shortened(target) : host;
        } catch (IllegalArgumentException _) {
            return shortened(target);
        }
    }

    static String shortened(String text) {
        return text.length() <= 200 ? text : text.substring(0, 200) + "…";
    }
}
