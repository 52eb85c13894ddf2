package dev.benchlight.app.ui.traces;

import dev.benchlight.app.ui.fx.Quantity;
import dev.benchlight.trace.Channel;
import dev.benchlight.trace.Direction;
import dev.benchlight.trace.Frame;

import org.jspecify.annotations.Nullable;

/// A frame as a row.
///
/// Two are equal if they are of the same frame.
///
/// @param since how long after the span's start
record FrameLine(Frame frame, String since) {
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FrameLine line && line.frame.id().equals(frame.id());
    }

    @Override
    public int hashCode() {
        return frame.id().hashCode();
    }

    String arrow() {
        return frame.direction() == Direction.SENT ? "→" : "←";
    }

    String channel() {
        return name(frame.channel());
    }

    String length() {
        return Quantity.bytes(frame.length());
    }

    String offset() {
        return "%,d".formatted(frame.offset());
    }

    /// For a screen reader.
    String spoken() {
        return "%s %s, %s%s, at %s"
                .formatted(
                        frame.direction() == Direction.SENT ? "Sent" : "Received",
                        channel(),
                        length(),
                        frame.givenUp() ? " not kept" : "",
                        since);
    }

    private static String name(Channel channel) {
        return switch (channel) {
            case STDIO -> "stdio";
            case STDERR -> "stderr";
            case HTTP_REQUEST_HEAD -> "HTTP head";
            case HTTP_REQUEST_BODY -> "HTTP body";
            case HTTP_RESPONSE_HEAD -> "HTTP head";
            case HTTP_RESPONSE_BODY -> "HTTP body";
            case SSE_EVENT -> "SSE event";
        };
    }
}
