package dev.benchlight.render.json;

import tools.jackson.core.JsonParser;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.util.JsonParserDelegate;

import java.math.BigDecimal;

/// A parser whose decimals are shown and written as they stood in the text, such as `1e3`, where
/// Jackson would write `1E+3`. Used by one thread.
final class WrittenNumbers extends JsonParserDelegate {
    WrittenNumbers(JsonParser parser) {
        super(parser);
    }

    @Override
    public BigDecimal getDecimalValue() {
        String text = getString();
        BigDecimal value;
        try {
            value = super.getDecimalValue();
        } catch (NumberFormatException exponentBeyondInt) {
            throw new StreamConstraintsException("the exponent of a number is beyond all bounds");
        }
        return value.toString().equals(text) ? value : new Written(value, text);
    }

    /// The number it is for arithmetic, and its text for writing. Immutable.
    private static final class Written extends BigDecimal {
        private static final long serialVersionUID = 1;

        private final String text;

        Written(BigDecimal value, String text) {
            super(value.unscaledValue(), value.scale());
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
