package dev.benchlight.llm;

import java.math.BigDecimal;
import java.util.Currency;

/// What a completion cost, and who says so. What is not known is [Unknown], never 0.
public sealed interface Cost {

    /// @param amount in the currency's main unit, such as dollars
    record Known(BigDecimal amount, Currency currency, Source source) implements Cost {}

    /// @param reason such as "no price for this model"
    record Unknown(String reason) implements Cost {}

    /// Where an amount comes from, the most trustworthy first.
    enum Source {
        GATEWAY,
        PROVIDER,
        COMPUTED
    }

    /// The sum, which is known only if both are, in one currency; its source is the weaker one.
    default Cost plus(Cost other) {
        if (!(this instanceof Known one)) {
            return this;
        }
        if (!(other instanceof Known two)) {
            return other;
        }
        if (!one.currency.equals(two.currency)) {
            return new Unknown("amounts in %s and %s".formatted(one.currency, two.currency));
        }
        Source weaker = one.source.compareTo(two.source) >= 0 ? one.source : two.source;
        return new Known(one.amount.add(two.amount), one.currency, weaker);
    }
}
