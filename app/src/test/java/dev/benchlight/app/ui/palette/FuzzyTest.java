package dev.benchlight.app.ui.palette;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

class FuzzyTest {
    @Test
    void whatHoldsTheWordsAsTheyStandComesBeforeWhatHasOnlyTheirLetters() {
        assertThat(ranked("sum", "s-u-m", "get the sum of all the numbers of a table", "sum"))
                .containsExactly("sum", "get the sum of all the numbers of a table", "s-u-m");
    }

    @Test
    void startsOfWordsAndShortTextsComeFirst() {
        assertThat(ranked("echo", "reecho", "an echo", "echo of a thing", "echo"))
                .containsExactly("echo", "echo of a thing", "an echo", "reecho");
    }

    @Test
    void lettersInAnotherOrderDoNotFit() {
        assertThat(Fuzzy.score("cba", "abc")).isNegative();
        assertThat(Fuzzy.score("", "abc")).isNotNegative();
        assertThat(Fuzzy.score(" ECHO ", "the Echo")).isPositive();
    }

    private static List<String> ranked(String typed, String... offered) {
        return Stream.of(offered)
                .sorted(
                        Comparator.comparingInt((String text) -> Fuzzy.score(typed, text))
                                .reversed())
                .toList();
    }
}
