package dev.benchlight.render.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.Random;

class CellsTest {
    private static int column(String text, int offset) {
        return Cells.column(text, 0, text.length(), offset);
    }

    private static int offset(String text, double column) {
        return Cells.offset(text, 0, text.length(), column);
    }

    @Test
    void charactersTakeTheRoomTheyNeed() {
        assertThat(column("a\tb", 2)).isEqualTo(4);
        assertThat(column("日b", 1)).isEqualTo(2);
        assertThat(column("e\u0301b", 2)).isEqualTo(1);
        assertThat(column("\u0000b", 1)).isEqualTo(4);
    }

    @Test
    void thePointerIsAtTheNearestBoundary() {
        assertThat(offset("abc", 0.4)).isZero();
        assertThat(offset("abc", 0.6)).isEqualTo(1);
        assertThat(offset("abc", 99)).isEqualTo(3);
        assertThat(offset("日b", 0.9)).isZero();
        assertThat(offset("日b", 1.1)).isEqualTo(1);
        assertThat(offset("abc", -5)).isZero();
    }

    /// "ab", three Hebrew letters that stand as 5 4 3, then "c".
    @Test
    void hebrewStandsFromRightToLeft() {
        String text = "ab\u05d0\u05d1\u05d2c";
        assertThat(column(text, 2)).as("before the first letter").isEqualTo(5);
        assertThat(column(text, 4)).as("before the last letter").isEqualTo(3);
        assertThat(column(text, 5)).as("before what follows").isEqualTo(5);
        assertThat(offset(text, 4.9)).as("right half of the first").isEqualTo(2);
        assertThat(offset(text, 4.1)).as("left half of the first").isEqualTo(3);
        assertThat(offset(text, 2.1)).as("left half of the last").isEqualTo(5);
    }

    @Test
    void blanksBetweenWordsFromTheRightBelongToThemOthersDoNot() {
        String text = "\u05d0 \u05d1, x";
        assertThat(column(text, 0)).isEqualTo(3);
        assertThat(column(text, 3)).as("the comma after it").isEqualTo(3);
        assertThat(column(text, 5)).isEqualTo(5);
    }

    @Test
    void everyCharacterIsVisitedOnceAndTheRowIsFilledWithoutGaps() {
        String alphabet = "ab \t日\u05d0\u05d1\u0627\u0644\u0301,1\u202e\ud83d\ude00\ud83d";
        Random random = new Random(11);
        for (int round = 0; round < 500; round++) {
            StringBuilder made = new StringBuilder();
            for (int i = random.nextInt(40); i > 0; i--) {
                made.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            String text = made.toString();
            int[] chars = {0};
            int[] width = {0};
            int[] end = {0};
            Cells.visit(
                    text,
                    0,
                    text.length(),
                    cell -> {
                        assertThat(cell.offset()).isEqualTo(chars[0]);
                        chars[0] += cell.length();
                        width[0] += cell.width();
                        end[0] = Math.max(end[0], cell.end());
                        return true;
                    });
            assertThat(chars[0]).isEqualTo(text.length());
            assertThat(width[0]).as(text).isEqualTo(end[0]);
        }
    }
}
