package dev.benchlight.app.ui.result;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;

class WaitWordsTest {

    @ParameterizedTest
    @CsvSource({
        "PT7S, 7 s",
        "PT6.001S, 7 s",
        "PT59.9S, 1:00 min",
        "PT1M5S, 1:05 min",
        "PT2H0M9S, 2:00:09 h"
    })
    void whatIsLeftIsSaidInWholeSeconds(Duration left, String said) {
        assertThat(WaitWords.of(left)).isEqualTo("The server asks to wait another " + said + ".");
    }

    @ParameterizedTest
    @CsvSource({"PT0S", "PT-5S"})
    void whatIsOverIsSaidToBeOver(Duration left) {
        assertThat(WaitWords.of(left)).isEqualTo("The server asked to wait; that time is over.");
    }
}
