package dev.benchlight.render.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class HitsTest {
    @Test
    void caseMattersOnlyWhenAskedTo() throws Exception {
        assertThat(Hits.of("Echo echo ECHO", "echo", false).offsets()).containsExactly(0, 5, 10);
        assertThat(Hits.of("Echo echo ECHO", "echo", true).offsets()).containsExactly(5);
        assertThat(Hits.of("ÄRGER ärger", "ärger", false).count()).isEqualTo(2);
    }

    @Test
    void hitsDoNotOverlapAndMayStandAtTheEnd() throws Exception {
        assertThat(Hits.of("aaaaa", "aa", true).offsets()).containsExactly(0, 2);
        assertThat(Hits.of("xxab", "ab", true).offsets()).containsExactly(2);
        assertThat(Hits.of("ab", "abc", true).count()).isZero();
        assertThat(Hits.of("ab", "", true).count()).isZero();
    }

    @Test
    void theFirstFromAPlaceIsFound() throws Exception {
        Hits hits = Hits.of("a.a.a", "a", true);
        assertThat(hits.firstFrom(0)).isZero();
        assertThat(hits.firstFrom(1)).isEqualTo(1);
        assertThat(hits.firstFrom(5)).isEqualTo(3);
    }

    @Test
    void tooManyHitsAreCutAndSaySo() throws Exception {
        Hits hits = Hits.of("a".repeat(200_000), "a", true);
        assertThat(hits.count()).isEqualTo(Hits.LIMIT);
        assertThat(hits.more()).isTrue();
        assertThat(Hits.of("a".repeat(Hits.LIMIT), "a", true).more()).isFalse();
    }

    @Test
    void interruptionEndsASearch() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> Hits.of("x".repeat(1_000_000), "y", true))
                .isInstanceOf(InterruptedException.class);
    }
}
