package dev.benchlight.app.ui.palette;

import java.util.Locale;

/// How well a text fits what was typed: what holds it as it stands comes before what only has its
/// letters in order; both are best at the starts of words.
final class Fuzzy {
    private static final int AS_IT_STANDS = 1_000;

    private Fuzzy() {}

    /// @return 0 or more, the higher the better; -1 if it does not fit
    static int score(String typed, String text) {
        String wanted = typed.strip().toLowerCase(Locale.ROOT);
        String offered = text.toLowerCase(Locale.ROOT);
        int at = offered.indexOf(wanted);
        if (at < 0) {
            return inOrder(wanted.replace(" ", ""), offered);
        }
        int place = at == 0 ? 200 : startsWord(offered, at) ? 100 : 0;
        return AS_IT_STANDS + place + share(8 * wanted.length(), offered);
    }

    private static int inOrder(String wanted, String offered) {
        int score = 0;
        int at = -1;
        for (int i = 0; i < wanted.length(); i++) {
            int found = offered.indexOf(wanted.charAt(i), at + 1);
            if (found < 0) {
                return -1;
            }
            score += found == at + 1 ? 8 : startsWord(offered, found) ? 6 : 1;
            at = found;
        }
        return share(score, offered);
    }

    private static boolean startsWord(String offered, int at) {
        return at == 0 || !Character.isLetterOrDigit(offered.charAt(at - 1));
    }

    /// Short texts come before long ones.
    private static int share(int score, String offered) {
        return score * 100 / (offered.length() + 20);
    }
}
