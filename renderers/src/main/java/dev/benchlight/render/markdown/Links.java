package dev.benchlight.render.markdown;

import java.net.URI;
import java.util.Locale;

/// What may be done with the target of a link or of an image.
final class Links {
    private Links() {}

    /// Whether a click may offer to open it: http, https and mailto only.
    static boolean opens(String target) {
        String scheme = scheme(target);
        return scheme.equals("http") || scheme.equals("https") || scheme.equals("mailto");
    }

    static boolean isRemoteImage(String target) {
        String scheme = scheme(target);
        return scheme.equals("http") || scheme.equals("https");
    }

    private static String scheme(String target) {
        int colon = target.indexOf(':');
        return colon < 0 ? "" : target.substring(0, colon).toLowerCase(Locale.ROOT);
    }

    /// The host an image would come from, for readers; the target itself if it has none.
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
