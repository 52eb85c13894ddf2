package dev.benchlight.mcp.json;

import tools.jackson.core.JsonParser;
import tools.jackson.core.util.JsonParserDelegate;

import java.math.BigDecimal;

/// A parser that keeps how decimals were written. Used by one thread.
public final class WrittenNumbers extends JsonParserDelegate {
    public WrittenNumbers(JsonParser parser) {
        super(parser);
    }

    @Override
    public BigDecimal getDecimalValue() {
        return WrittenDecimal.of(super.getDecimalValue(), getString());
    }
}
