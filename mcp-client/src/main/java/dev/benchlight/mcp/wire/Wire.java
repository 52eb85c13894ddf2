package dev.benchlight.mcp.wire;

import dev.benchlight.trace.SpanId;
import dev.benchlight.trace.TraceRecorder;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// A way to a server: whole messages out and in, as bytes, over a process's pipes or HTTP.
///
/// A wire records what goes over it through its [TraceRecorder] before it does anything else with
/// it: each [dev.benchlight.trace.Frame] before it is written, or before it is handed to the
/// [WireListener]; over HTTP also heads, and TIMING notes on the span of the message. It links what
/// it knows: a frame of an exchange carries the exchange's span. It starts and ends no spans, and
/// parses no JSON-RPC.
///
/// Over stdio every message shares one pair of pipes. Over HTTP every message that is sent is an
/// exchange (a POST) of its own, named by the span of the message:
///
/// - The response to a request is one JSON body or an event stream; either may carry any messages,
///   and each goes to [WireListener#message] with the exchange it came in. After the last one, or
///   when it fails, the wire calls [WireListener#exchangeEnded] once; that fails the request if its
///   answer has not come, and nothing else. Notifications and responses get 202 and end likewise.
/// - The wire sees [WireMessage#method()]: it forgets session and version before it sends
///   `initialize`, takes `Mcp-Session-Id` from the answer's head, sends `MCP-Protocol-Version`
///   after [#negotiated], and may open its listening stream once `notifications/initialized` was
///   taken.
/// - A 404 within a session ends the exchange with [WireFault.Kind#SESSION_LOST]: the session above
///   initialises once more and repeats the request once. 401 and 403 end it with
///   [WireFault.Kind#AUTH].
/// - A JSON-RPC error in the body of a 4xx is a message like any other; it may lack an id, since
///   its exchange tells what it answers.
///
/// Thread-safe. Only [#open], [#useOlder] and [#close] block.
public interface Wire {
    /// Names the connection in frame ids and spans; unique within the process.
    String connection();

    /// Starts the process; HTTP has nothing to do here but to check the URL. Called once, before
    /// anything else, and may block.
    ///
    /// @return what stood in the way, or empty
    Optional<WireFault> open(WireListener listener);

    /// Records and sends a message, in the order of the calls over stdio. Does not block; a failure
    /// is told through [WireListener#undelivered], [WireListener#exchangeEnded] or
    /// [WireListener#closed]. After [#close] it does nothing.
    ///
    /// @throws IllegalStateException if the wire was never opened
    void send(WireMessage message);

    /// A revision was agreed on, or is tried.
    default void negotiated(WireRules rules) {}

    /// Changes to the transport that was there before this one: from Streamable HTTP to HTTP+SSE of
    /// 2024-11-05 ("Backward Compatibility"). Called before `initialize`, or after it was refused;
    /// blocks until it is known whether the server has it. With a fault nothing has changed.
    ///
    /// @return why not, or empty
    default Optional<WireFault> useOlder(Duration deadline) {
        return Optional.of(
                WireFault.of(
                        WireFault.Kind.TRANSPORT,
                        "no-older-transport",
                        "There is no older transport."));
    }

    /// Whether `initialize` was refused in the way in which servers of an older transport do.
    default boolean refusedAsOlder() {
        return false;
    }

    /// The answer to this request has come, so the server has read all that was sent up to it.
    default void answered(SpanId request) {}

    /// The answer to this request is awaited no longer (cancelled or timed out): HTTP closes its
    /// response. A late answer may still be told.
    default void abandon(SpanId request) {}

    /// Ends the process tree, or the session with DELETE, and waits for that: at most `grace` for
    /// the server to end when its input closes, and `grace` again when asked to. HTTP waits at most
    /// `grace`. May be called more than once and at any time; nothing is told to the listener of
    /// what follows from it.
    ///
    /// @return one sentence for each thing that could not be ended, such as a detached process
    List<String> close(Duration grace);

    /// How many bytes came after the last line end, if no more have come for a moment: of a message
    /// that is not complete, or never will be.
    default long unfinished() {
        return 0;
    }

    /// For how many nanoseconds in all, by now, it did not read on because what it had read was
    /// still being stored. An answer may have been behind.
    default long heldNanos() {
        return 0;
    }

    /// What it goes over, in the specification's word.
    default String transport() {
        return "stdio";
    }

    /// What the server calls the session, where the transport has such.
    default Optional<String> sessionId() {
        return Optional.empty();
    }

    /// The last lines of standard error, oldest first.
    default List<String> stderrTail(int lines) {
        return List.of();
    }
}
