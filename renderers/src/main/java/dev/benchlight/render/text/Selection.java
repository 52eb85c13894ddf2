package dev.benchlight.render.text;

/// A caret and the other end of what is selected, as offsets into the text. Immutable.
record Selection(int anchor, int caret) {
    int from() {
        return Math.min(anchor, caret);
    }

    int to() {
        return Math.max(anchor, caret);
    }

    boolean isEmpty() {
        return anchor == caret;
    }

    /// The caret elsewhere; with `extend` the other end stays.
    Selection moved(int offset, boolean extend) {
        return new Selection(extend ? anchor : offset, offset);
    }

    /// The word, or the stretch of other characters, around an offset.
    static Selection word(String text, int offset) {
        int from = offset;
        int to = offset;
        while (from > 0 && isWord(text.charAt(from - 1))) {
            from--;
        }
        while (to < text.length() && isWord(text.charAt(to))) {
            to++;
        }
        return new Selection(from, to);
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }
}
