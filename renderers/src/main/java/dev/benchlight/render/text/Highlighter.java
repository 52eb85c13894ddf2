package dev.benchlight.render.text;

import dev.benchlight.render.syntax.JsonLexer;
import dev.benchlight.render.syntax.Lexer;
import dev.benchlight.render.syntax.Span;

import java.util.BitSet;
import java.util.List;

/// Colours for the rows that are on the screen. Quick, as it is asked for every row drawn.
@FunctionalInterface
public interface Highlighter {
    /// In order; may reach beyond the two offsets.
    List<Span> spans(int from, int to);

    static Highlighter none() {
        return (_, _) -> List.of();
    }

    /// For code of moderate size: all of it is split at once.
    static Highlighter of(String code, Lexer lexer) {
        List<Span> all = lexer.spans(code);
        return (from, to) -> {
            int first = first(all, from);
            int last = first;
            while (last < all.size() && all.get(last).from() < to) {
                last++;
            }
            return all.subList(first, last);
        };
    }

    private static int first(List<Span> spans, int from) {
        int low = 0;
        int high = spans.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (spans.get(middle).to() <= from) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// For JSON of any size: remembers one bit for each 1,024 characters, and splits rows anew.
    static Highlighter json(String text) {
        BitSet inString = new BitSet();
        boolean quoted = false;
        boolean escaped = false;
        for (int i = 0; i < text.length(); i++) {
            if ((i & 1023) == 0) {
                inString.set(i >> 10, quoted);
            }
            char c = text.charAt(i);
            if (escaped) {
                escaped = false;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == '\\') {
                escaped = quoted;
            } else if (c == '\n') {
                quoted = false;
            }
        }
        return (from, to) -> JsonLexer.spans(text, from & ~1023, to, inString.get(from >> 10));
    }
}
