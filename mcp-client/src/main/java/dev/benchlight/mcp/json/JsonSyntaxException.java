package dev.benchlight.mcp.json;

/// A text that is not one JSON document.
public final class JsonSyntaxException extends Exception {
    private static final long serialVersionUID = 1;

    private final int offset;

    JsonSyntaxException(int offset, String message) {
        super(message, null, false, false);
        this.offset = offset;
    }

    /// Where, in characters from the start of the text.
    public int offset() {
        return offset;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
