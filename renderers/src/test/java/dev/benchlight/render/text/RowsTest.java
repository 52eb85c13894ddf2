package dev.benchlight.render.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

class RowsTest {
    private static List<String> rows(String text, int columns) {
        Rows rows = Rows.of(text, columns);
        List<String> all = new ArrayList<>();
        for (int row = 0; row < rows.count(); row++) {
            all.add(text.substring(rows.start(row), rows.end(row)));
        }
        return all;
    }

    @Test
    void linesEndWithLineFeedsWithOrWithoutCarriageReturns() {
        assertThat(rows("a\nb\r\n\r\nc\r", 80)).containsExactly("a", "b", "", "c\r");
        assertThat(rows("", 80)).containsExactly("");
        assertThat(rows("a\n", 80)).containsExactly("a", "");
        assertThat(Rows.of("a\nb\n", 80).lineCount()).isEqualTo(3);
    }

    @Test
    void longLinesAreSplitAfterASpaceIfThereIsOne() {
        assertThat(rows("the quick brown fox", 10)).containsExactly("the quick ", "brown fox");
        assertThat(rows("abcdefghij", 4)).containsExactly("abcd", "efgh", "ij");
        assertThat(rows("a " + "b".repeat(60), 40))
                .containsExactly("a " + "b".repeat(38), "b".repeat(22));
    }

    @Test
    void tabsWideAndInvisibleCharactersTakeTheirRoom() {
        assertThat(rows("\t\t\tx", 8)).containsExactly("\t\t", "\tx");
        assertThat(rows("日本語日本語", 5)).containsExactly("日本", "語日", "本語");
        assertThat(rows("\u0000\u0000", 4)).containsExactly("\u0000", "\u0000");
        assertThat(rows("😀😀😀", 4)).containsExactly("😀😀", "😀");
    }

    @Test
    void rowsCoverTheTextWithinTheirWidthWhateverItHolds() {
        String alphabet = "ab \t\n\r日é\u0301\u200b\u202e\u05d0\ud83d\ude00\ud83d";
        Random random = new Random(7);
        for (int round = 0; round < 400; round++) {
            StringBuilder made = new StringBuilder();
            for (int i = random.nextInt(120); i > 0; i--) {
                made.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            String text = made.toString();
            int columns = 6 + random.nextInt(40);
            Rows rows = Rows.of(text, columns);
            int widest = 0;
            for (int row = 0; row < rows.count(); row++) {
                int start = rows.start(row);
                int end = rows.end(row);
                assertThat(end).isBetween(start, text.length());
                assertThat(rows.rowAt(start)).isEqualTo(row);
                int width = Cells.column(text, start, end, end);
                assertThat(width).as("%s at %s", text, columns).isLessThanOrEqualTo(columns + 8);
                widest = Math.max(widest, width);
            }
            assertThat(rows.widest()).isGreaterThanOrEqualTo(widest);
        }
    }

    @Test
    void linesAreNumberedAndSelectedAsAWhole() {
        Rows rows = Rows.of("one\ntwo three four\nfive", 8);
        int row = rows.rowAt(10);
        assertThat(rows.line(row)).isEqualTo(2);
        assertThat(rows.wholeLine(row)).isEqualTo(new Selection(4, 18));
        assertThat(rows.startsLine(row)).isFalse();
        assertThat(rows.wholeLine(rows.count() - 1)).isEqualTo(new Selection(19, 23));
    }

    @Test
    void tenMegabytesInOneLineBecomeRows() {
        Rows rows = Rows.of("x".repeat(10 << 20), 2000);
        assertThat(rows.count()).isEqualTo((10 << 20) / 2000 + 1);
        assertThat(rows.lineCount()).isEqualTo(1);
        assertThat(rows.widest()).isEqualTo(2000);
    }
}
