package dev.benchlight.mcp.json;

import java.math.BigDecimal;

/// A number for arithmetic that is shown and written as it stood in its text, such as `1e3`, where
/// Java would write `1E+3`. Immutable.
public final class WrittenDecimal extends BigDecimal {
    private static final long serialVersionUID = 1;

    private final String text;

    private WrittenDecimal(BigDecimal value, String text) {
        super(value.unscaledValue(), value.scale());
        this.text = text;
    }

    /// @param text of a JSON number with this value
    public static BigDecimal of(BigDecimal value, String text) {
        return value.toString().equals(text) ? value : new WrittenDecimal(value, text);
    }

    @Override
    public String toString() {
        return text;
    }
}
