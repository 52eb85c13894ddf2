package dev.benchlight.mcp.wire.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.benchlight.mcp.wire.WireFault;
import dev.benchlight.mcp.wire.WireFault.Kind;
import dev.benchlight.mcp.wire.WireMessage;
import dev.benchlight.trace.Channel;
import dev.benchlight.trace.FrameId;

import okhttp3.Response;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.util.Arrays;
import java.util.Locale;

/// Makes of the response to one message what it means: messages for the listener, or a fault. Used
/// by one thread.
final class ResponseReader {
    private static final int ERROR_BODY = 1 << 20;
    private static final int SAMPLE = 1_024;

    private final Link link;
    private final WireMessage message;
    private final HttpSession session;
    private final boolean elsewhere;

    /// @param elsewhere whether answers come by another way, so that this response has none
    ResponseReader(Link link, WireMessage message, HttpSession session, boolean elsewhere) {
        this.link = link;
        this.message = message;
        this.session = session;
        this.elsewhere = elsewhere;
    }

    JsonNode details(Response response) {
        return StatusFaults.details(response, new byte[0], link.secrets);
    }

    /// Takes the session id that an answer to `initialize` hands out, and tells of cookies.
    ///
    /// @return what is wrong with the id, or null
    @Nullable WireFault takeSession(Response response) {
        if (response.header("Set-Cookie") != null) {
            link.listener.warning(
                    "cookie-ignored",
                    "the server sets cookies, which are not sent back",
                    "Set-Cookie on " + message.method());
        }
        boolean none = elsewhere || !message.method().equals("initialize");
        if (none || !response.isSuccessful()) {
            return null;
        }
        String id = response.header(Link.SESSION_HEADER);
        if (id != null && !HttpSession.isValid(id)) {
            return WireFault.of(
                            Kind.PROTOCOL,
                            "session-id-invalid",
                            "The server's Mcp-Session-Id has characters that are not visible ASCII,"
                                    + " or is too long.")
                    .withHint("A session id may hold 0x21 to 0x7E only.")
                    .withDetails(details(response));
        }
        link.changeSession(current -> current.withId(id));
        return null;
    }

    boolean isEventStream(Response response) {
        return !elsewhere && response.code() == 200 && type(response).equals("text/event-stream");
    }

    /// Reads a body that is not an event stream.
    ///
    /// @return why it is no answer, or null
    @Nullable WireFault readBody(Response response) {
        boolean success = response.isSuccessful();
        int limit = Math.min(link.limits.messageBytes(), link.limits.bodyBytes());
        BodyReader.Body body =
                BodyReader.read(response, success ? limit : Math.min(limit, ERROR_BODY));
        byte[] bytes = body.bytes();
        byte[] kept = body.overLimit() ? Arrays.copyOf(bytes, SAMPLE) : bytes;
        FrameId frame =
                bytes.length == 0
                        ? null
                        : link.frames.responseBody(message.span(), kept, body.length());
        if (body.failure() != null) {
            return link.faults.inBody(body.failure(), bytes.length);
        }
        if (!success) {
            WireFault fault = StatusFaults.of(response, bytes, session.id() != null, link.secrets);
            boolean ours = fault.kind() != Kind.AUTH && fault.kind() != Kind.SESSION_LOST;
            if (ours && frame != null && looksLikeMessage(bytes)) {
                tell(frame, bytes);
            }
            return fault;
        }
        if (frame != null && body.overLimit()) {
            WireFault fault = EventStream.tooLarge("body", limit);
            link.listener.refused(
                    frame, Channel.HTTP_RESPONSE_BODY, message.span(), kept, new byte[0], fault);
            return fault;
        }
        if (elsewhere) {
            return null;
        }
        if (message.kind() != WireMessage.Kind.REQUEST) {
            return acknowledged(response, bytes);
        }
        if (frame == null || isBlank(bytes)) {
            return StatusFaults.empty(response, link.secrets);
        }
        if (!type(response).equals("application/json")) {
            return StatusFaults.wrongContent(response, bytes, link.secrets);
        }
        tell(frame, bytes);
        return null;
    }

    private void tell(FrameId frame, byte[] bytes) {
        link.listener.message(frame, Channel.HTTP_RESPONSE_BODY, message.span(), bytes);
    }

    private @Nullable WireFault acknowledged(Response response, byte[] bytes) {
        if (!isBlank(bytes)) {
            link.listener.warning(
                    "notification-answered",
                    "the server answers notifications or responses with a body; MCP wants 202 and"
                            + " none",
                    "HTTP "
                            + response.code()
                            + " to "
                            + message.method()
                            + ": "
                            + new String(bytes, 0, Math.min(200, bytes.length), UTF_8));
        }
        return null;
    }

    private static boolean isBlank(byte[] bytes) {
        for (byte b : bytes) {
            if (b != ' ' && b != '\n' && b != '\r' && b != '\t') {
                return false;
            }
        }
        return true;
    }

    /// Whether the body of an error status may be a JSON-RPC message, judged by its looks.
    private static boolean looksLikeMessage(byte[] bytes) {
        String start = new String(bytes, 0, Math.min(64 << 10, bytes.length), ISO_8859_1).strip();
        return (start.startsWith("{") || start.startsWith("["))
                && start.contains("\"jsonrpc\"")
                && start.contains("\"error\"");
    }

    private static String type(Response response) {
        String value = response.header("Content-Type", "");
        return value == null ? "" : value.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }
}
