package dev.benchlight.mcp.json;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.util.JsonParserDelegate;

import java.math.BigDecimal;
import java.math.BigInteger;

/// A parser that keeps how decimals were written, and the sign of `-0`. Used by one thread.
public final class WrittenNumbers extends JsonParserDelegate {
    public WrittenNumbers(JsonParser parser) {
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
        try {
            return WrittenDecimal.of(super.getDecimalValue(), getString());
        } catch (NumberFormatException exponentBeyondInt) {
            throw new StreamConstraintsException("the exponent of a number is beyond all bounds");
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
