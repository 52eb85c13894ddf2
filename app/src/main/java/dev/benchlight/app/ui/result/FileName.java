package dev.benchlight.app.ui.result;

import java.text.Normalizer;

/// A safe file name to suggest for something a server named.
public final class FileName {
    private static final int LONGEST = 100;

    private FileName() {}

    /// ASCII letters, digits, `.`, `_` and `-`; one extension at most; never a reserved name.
    public static String of(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String plain =
                Normalizer.normalize(last, Normalizer.Form.NFC).replaceAll("[^A-Za-z0-9._-]+", "-");
        int dot = plain.lastIndexOf('.');
        boolean extended = dot > 0 && plain.substring(dot + 1).matches("[A-Za-z0-9]{1,8}");
        String stem = cut((extended ? plain.substring(0, dot) : plain).replace('.', '-'));
        String extension = extended ? plain.substring(dot) : "";
        String safe = stem.isEmpty() ? "result" : stem;
        boolean reserved = safe.matches("(?i)con|prn|aux|nul|com[0-9]|lpt[0-9]");
        return (reserved ? safe + "-file" : safe) + extension;
    }

    private static String cut(String stem) {
        String trimmed = stem.replaceAll("^-+|-+$", "");
        return trimmed.substring(0, Math.min(trimmed.length(), LONGEST - 10));
    }
}
