package dev.benchlight.mcp.wire;

import dev.benchlight.trace.Channel;
import dev.benchlight.trace.FrameId;
import dev.benchlight.trace.SpanContext;
import dev.benchlight.trace.SpanId;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/// Hears what a wire receives, each thing after it was recorded. Called on the wire's threads,
/// several at once over HTTP, holding no lock. An implementation does not block and does not throw.
public interface WireListener {

    /// Bytes that should be one JSON-RPC message: a line, a JSON body, or the data of an event.
    ///
    /// @param exchange the span of the message whose HTTP exchange it came in, or null: over stdio,
    ///   and on HTTP's listening stream
    /// @param bytes not to be modified
    void message(FrameId frame, Channel channel, @Nullable SpanId exchange, byte[] bytes);

    /// Something that was refused before it could be a message, such as one over a limit. Where the
    /// request it answered can be told (by its exchange, or an id in `head` or `tail`), that one
    /// fails with the fault.
    ///
    /// @param head the first bytes of it
    /// @param tail the last bytes of it, or empty
    void refused(
            FrameId frame,
            Channel channel,
            @Nullable SpanId exchange,
            byte[] head,
            byte[] tail,
            WireFault fault);

    /// Something wrong that was survived, such as a byte order mark or a malformed event.
    ///
    /// @param code stable and kebab-case; occurrences are counted by it
    /// @param message one sentence that holds for all occurrences
    /// @param sample this occurrence, for a person
    void warning(String code, String message, String sample);

    /// A line of standard error, without its line end.
    default void stderr(String line) {}

    /// An exchange is over, and all its messages were told. Over HTTP once for each message sent;
    /// over stdio for a notification or an answer when it was written, and for a request only if it
    /// could not be sent.
    ///
    /// @param fault why it failed, or empty if it ended as it should
    default void exchangeEnded(SpanId exchange, Optional<WireFault> fault) {}

    /// A message did not reach the server, or was not taken by it. Ends its exchange, and warns of
    /// anything but a request, since nobody waits for its end.
    default void undelivered(WireMessage message, WireFault fault) {
        exchangeEnded(message.span(), Optional.of(fault));
        if (message.kind() != WireMessage.Kind.REQUEST) {
            String what = message.method().isEmpty() ? "an answer of ours" : message.method();
            warning(
                    "undelivered",
                    "notifications or answers did not reach the server",
                    what + ": " + fault.message());
        }
    }

    /// Whether the answer to a request is still to come. Asked on HTTP when an event stream ends,
    /// to know whether to resume it.
    default boolean awaiting(SpanId request) {
        return false;
    }

    /// A request waits for the user's authorisation, which is not the server's time; or does no
    /// longer.
    default void held(SpanId request, boolean holds) {}

    /// Where the span of a request stands in its trace; null for what is none, or is over.
    default @Nullable SpanContext contextOf(SpanId request) {
        return null;
    }

    /// The whole wire came to its end without [Wire#close] (process exit, end of output, a line
    /// without end). Called at most once, after everything received was told.
    void closed(WireFault reason);
}
