package dev.benchlight.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// The memory of tools that were listed.
class LearnedTest {
    @Test
    void whatWasListedLongestAgoIsForgottenFirst() {
        Learned<Integer> learned = new Learned<>();
        learned.put("kept", 0);
        for (int i = 1; i < Learned.MOST; i++) {
            learned.put("tool " + i, i);
        }
        learned.put("kept", 1);
        learned.put("one more", 2);
        learned.put("two more", 3);

        assertThat(learned.of("kept")).contains(1);
        assertThat(learned.of("one more")).contains(2);
        assertThat(learned.of("tool 1")).isEmpty();
        assertThat(learned.of("tool 2")).isEmpty();
        assertThat(learned.of("tool 3")).contains(3);
        learned.remove("tool 3");
        assertThat(learned.of("tool 3")).isEmpty();
    }
}
