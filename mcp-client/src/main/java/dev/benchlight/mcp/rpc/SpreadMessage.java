package dev.benchlight.mcp.rpc;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.nio.charset.StandardCharsets;

/// Recognises a JSON object that was printed over several lines. Used by one thread.
final class SpreadMessage {
    private static final int KEPT = 1 << 20;

    private final MessageJson reader;
    private final StringBuilder lines = new StringBuilder();

    SpreadMessage(MessageJson reader) {
        this.reader = reader;
    }

    /// Takes a line that is no message of its own.
    ///
    /// @return the object that this line completes, or null
    @Nullable JsonNode add(String line) {
        String trimmed = line.stripTrailing();
        if (trimmed.equals("{")) {
            lines.setLength(0);
        } else if (lines.isEmpty()) {
            return null;
        }
        if (lines.length() + line.length() > KEPT) {
            lines.setLength(0);
            return null;
        }
        lines.append(line).append('\n');
        if (!trimmed.equals("}")) {
            return null;
        }
        byte[] whole = lines.toString().getBytes(StandardCharsets.UTF_8);
        lines.setLength(0);
        return reader.read(whole) instanceof MessageJson.Values(var values, MessageJson.Oddity _)
                ? values.getFirst()
                : null;
    }
}
