package dev.benchlight.app.doctor;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// Letters that look like Latin ones: a modest table of our own, of those that programs accept in
/// names and that fonts draw alike. Immutable.
final class Confusables {
    private static final String[][] LOOKS = {
        // Cyrillic
        {"аеорсухіјѕԁһԛԝҽүѵӏ", "aeopcyxijsdhqwevvl"},
        {"АВЕКМНОРСТУХІЈЅԌԚԜҮ", "ABEKMHOPCTYXIJSGQWY"},
        // Greek
        {"αεινκορτυχϲϳγ", "aeivkoptuxcjy"},
        {"ΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹͿ", "ABEZHIKMNOPTYXCJ"},
        // Armenian
        {"օսոհցքզյՕՍԼՏ", "ounhgpqjOULS"},
        // Cherokee
        {"ᎪᏴᏟᎠᎬᏀᎻᏆᎫᏦᏞᎷᏢᎡᏚᎢᏙᎳᎩᏃ", "ABCDEGHIJKLMPRSTVWYZ"},
        // Lisu
        {"ꓮꓐꓚꓓꓰꓝꓖꓧꓲꓙꓗꓡꓟꓠꓳꓑꓣꓢꓔꓴꓦꓪꓫꓬꓜ", "ABCDEFGHIJKLMNOPRSTUVWXYZ"},
        // Latin beyond ASCII
        {"ɑɡıɩʟοƖ", "agiilol"},
    };

    private static final Map<Integer, Character> LATIN = table();

    private Confusables() {}

    private static Map<Integer, Character> table() {
        Map<Integer, Character> table = new HashMap<>();
        for (String[] pair : LOOKS) {
            int[] foreign = pair[0].codePoints().toArray();
            for (int i = 0; i < foreign.length; i++) {
                table.put(foreign[i], pair[1].charAt(i));
            }
        }
        return Map.copyOf(table);
    }

    /// Whether a name uses letters for what they look like. One wholly of another script does not,
    /// unless each of its letters has a Latin double.
    static boolean imitates(String name) {
        if (!Normalizer.isNormalized(name, Normalizer.Form.NFKC)) {
            return true;
        }
        boolean alike = name.codePoints().anyMatch(LATIN::containsKey);
        boolean latin = name.codePoints().anyMatch(c -> c < 0x80 && Character.isLetter(c));
        boolean onlyDoubles =
                name.codePoints()
                        .filter(Character::isLetter)
                        .allMatch(c -> c < 0x80 || LATIN.containsKey(c));
        return alike && (latin || onlyDoubles);
    }

    /// The name; one that imitates another with its foreign letters as `\u0435`.
    static String spelled(String name) {
        if (!imitates(name)) {
            return name;
        }
        StringBuilder spelled = new StringBuilder();
        name.chars()
                .forEach(c ->
                        spelled.append(c < 0x80 ? Character.toString(c) : "\\u%04x".formatted(c)));
        return spelled.toString();
    }

    /// The same for all names that look the same.
    static String look(String name) {
        StringBuilder look = new StringBuilder(name.length());
        Normalizer.normalize(name, Normalizer.Form.NFKD)
                .codePoints()
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                .map(c -> LATIN.containsKey(c) ? LATIN.get(c) : c)
                .forEach(c -> look.appendCodePoint(c == 'I' || c == '1' || c == '|' ? 'l' : c));
        return look.toString().replace('0', 'O');
    }

    /// The same for all names that differ in case and punctuation only.
    static String spelling(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[_./\\s-]", "");
    }
}
