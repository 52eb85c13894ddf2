package dev.benchlight.render.json;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.util.JsonParserDelegate;

import java.math.BigDecimal;
import java.math.BigInteger;

/// A parser whose numbers are shown and written as they stood in the text, such as `1e3` and `-0`,
/// where Jackson would write `1E+3` and `0`. Used by one thread.
///
/// The engine has one too. This is a copy on purpose: renderers are used without any module of
/// ours.
final class WrittenNumbers extends JsonParserDelegate {
    WrittenNumbers(JsonParser parser) {
        super(parser);
    }

    @Override
    public NumberType getNumberType() {
        return isMinusZero() ? NumberType.BIG_INTEGER : super.getNumberType();
    }

    @Override
    public BigInteger getBigIntegerValue() {
        return isMinusZero() ? MinusZero.VALUE : super.getBigIntegerValue();
    }

    private boolean isMinusZero() {
        return currentToken() == JsonToken.VALUE_NUMBER_INT
                && getStringLength() == 2
                && "-0".equals(getString());
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

    /// Zero for arithmetic that is shown and written with its sign.
    private static final class MinusZero extends BigInteger {
        private static final long serialVersionUID = 1;
        private static final MinusZero VALUE = new MinusZero();

        private MinusZero() {
            super("0");
        }

        @Override
        public String toString() {
            return "-0";
        }
    }
}
