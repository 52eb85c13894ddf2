package dev.benchlight.llm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.util.Currency;

class CostTest {
    private static final Currency USD = Currency.getInstance("USD");

    private static Cost known(String amount, Cost.Source source) {
        return new Cost.Known(new BigDecimal(amount), USD, source);
    }

    @Test
    void sumsAreExact() {
        assertThat(known("0.1", Cost.Source.GATEWAY).plus(known("0.2", Cost.Source.GATEWAY)))
                .isEqualTo(known("0.3", Cost.Source.GATEWAY));
    }

    @Test
    void aSumIsAsTrustworthyAsItsWeakestPart() {
        assertThat(known("1", Cost.Source.GATEWAY).plus(known("1", Cost.Source.COMPUTED)))
                .isEqualTo(known("2", Cost.Source.COMPUTED));
        assertThat(known("1", Cost.Source.COMPUTED).plus(known("1", Cost.Source.PROVIDER)))
                .isEqualTo(known("2", Cost.Source.COMPUTED));
    }

    @Test
    void anUnknownPartMakesTheSumUnknown() {
        Cost unknown = new Cost.Unknown("no price for this model");
        assertThat(known("1", Cost.Source.GATEWAY).plus(unknown)).isEqualTo(unknown);
        assertThat(unknown.plus(known("1", Cost.Source.GATEWAY))).isEqualTo(unknown);
    }

    @Test
    void currenciesAreNotMixed() {
        Cost euros =
                new Cost.Known(BigDecimal.ONE, Currency.getInstance("EUR"), Cost.Source.GATEWAY);
        assertThat(known("1", Cost.Source.GATEWAY).plus(euros))
                .isEqualTo(new Cost.Unknown("amounts in USD and EUR"));
    }
}
