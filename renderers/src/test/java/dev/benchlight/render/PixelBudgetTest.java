package dev.benchlight.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PixelBudgetTest {
    private final PixelBudget budget = new PixelBudget();

    @Test
    void oneImageOfAnySizeHasRoomAndASecondOnlyWithinTheMost() {
        assertThat(budget.take(2 * PixelBudget.MOST)).isTrue();
        assertThat(budget.take(1)).isFalse();
        budget.give(2 * PixelBudget.MOST);

        assertThat(budget.take(PixelBudget.MOST - 1)).isTrue();
        assertThat(budget.take(1)).isTrue();
        assertThat(budget.take(1)).isFalse();
    }

    @Test
    void whatTheUserAskedForCountsToo() {
        assertThat(budget.take(PixelBudget.MOST)).isTrue();
        budget.force(5);
        budget.give(PixelBudget.MOST);

        assertThat(budget.take(PixelBudget.MOST - 5)).isTrue();
        assertThat(budget.take(1)).isFalse();
    }
}
