package dev.benchlight.llm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.OptionalLong;

class UsageTest {
    private static OptionalLong of(long count) {
        return OptionalLong.of(count);
    }

    private static final OptionalLong NONE = OptionalLong.empty();

    @Test
    void whatWasNotReportedIsPlausible() {
        assertThat(Usage.NOT_REPORTED.plausible()).isTrue();
        assertThat(new Usage(of(10), NONE, NONE, of(5), NONE).plausible()).isTrue();
        assertThat(new Usage(NONE, of(3), NONE, NONE, of(2)).plausible()).isTrue();
    }

    @Test
    void negativeCountsAreNot() {
        assertThat(new Usage(of(-1), NONE, NONE, NONE, NONE).plausible()).isFalse();
        assertThat(new Usage(NONE, NONE, NONE, of(-1), NONE).plausible()).isFalse();
        assertThat(new Usage(NONE, of(-1), NONE, NONE, NONE).plausible()).isFalse();
    }

    @Test
    void aPartIsNoGreaterThanItsWhole() {
        assertThat(new Usage(of(10), of(10), of(0), of(5), of(5)).plausible()).isTrue();
        assertThat(new Usage(of(10), of(11), NONE, NONE, NONE).plausible()).isFalse();
        assertThat(new Usage(of(10), NONE, of(11), NONE, NONE).plausible()).isFalse();
        assertThat(new Usage(NONE, NONE, NONE, of(5), of(6)).plausible()).isFalse();
    }
}
