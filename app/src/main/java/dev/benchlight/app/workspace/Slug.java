package dev.benchlight.app.workspace;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// A file name for a name that anyone may have chosen.
final class Slug {
    private static final int LONGEST = 100;
    private static final Pattern RESERVED =
            Pattern.compile("(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?");

    private Slug() {}

    /// Letters, digits, `_` and `-` only, at most 100 characters; never empty, never a name that
    /// Windows keeps for a device. Dots are replaced too, so that no second extension comes about.
    static String of(String name) {
        String plain =
                Normalizer.normalize(name, Normalizer.Form.NFKD)
                        .replaceAll("\\p{M}+", "")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9_]+", "-")
                        .replaceAll("^-+", "");
        String cut = plain.length() > LONGEST ? plain.substring(0, LONGEST) : plain;
        String slug = cut.replaceAll("-+$", "");
        if (slug.isEmpty()) {
            return "server";
        }
        return RESERVED.matcher(slug).matches() ? slug + "-server" : slug;
    }
}
