package dev.benchlight.app.ui.palette;

import java.util.Locale;

/// How well a text fits what was typed: its letters in order, best at the starts of words.
final class Fuzzy {
    private Fuzzy() {}

    /// @return 0 or more, the higher the better; -1 if it does not fit
    static int score(String typed, String text) {
        String wanted = typed.toLowerCase(Locale.ROOT).replace(" ", "");
        String offered = text.toLowerCase(Locale.ROOT);
        int score = 0;
        int at = -1;
        for (int i = 0; i < wanted.length(); i++) {
            int found = offered.indexOf(wanted.charAt(i), at + 1);
            if (found < 0) {
                return -1;
            }
            boolean startsWord =
                    found == 0 || !Character.isLetterOrDigit(offered.charAt(found - 1));
            score += found == at + 1 ? 8 : startsWord ? 6 : 1;
            at = found;
        }
        return score * 100 / (offered.length() + 20) + (offered.startsWith(wanted) ? 100 : 0);
    }
}
