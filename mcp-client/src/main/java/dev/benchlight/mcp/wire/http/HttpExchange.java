package dev.benchlight.mcp.wire.http;

import dev.benchlight.mcp.wire.WireFault;
import dev.benchlight.mcp.wire.WireFault.Kind;
import dev.benchlight.mcp.wire.WireMessage;
import dev.benchlight.trace.SpanId;
import dev.benchlight.trace.SpanNote;

import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

import okio.BufferedSink;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/// One message on its way out, with the response it gets: a POST, its redirects, and the resumption
/// of its event stream. Runs on a thread of its own; [#cancel] may come from any.
final class HttpExchange {
    static final String ACCEPT = "application/json, text/event-stream";
    private static final MediaType JSON = MediaType.get("application/json");
    private static final int MOST_REDIRECTS = 5;
    private static final int MOST_VAIN_RESUMPTIONS = 5;

    /// A server that was restarted knows nothing of the stream, so little is won by waiting for it.
    private static final int MOST_REFUSALS = 2;

    /// For what nobody awaits, and no deadline of a call ends.
    private static final Duration UNATTENDED = Duration.ofSeconds(30);

    private final Link link;
    private final WireMessage message;
    private final SpanId span;
    private final HttpSession session;
    private final ResponseReader reader;
    private final Cancellation cancellation;
    private final HttpUrl target;
    private volatile int status;

    /// Whether what goes wrong may be the other side's doing. Used by the thread that runs it.
    private boolean sent;

    HttpExchange(Link link, WireMessage message, Cancellation cancellation) {
        this(link, message, cancellation, null);
    }

    /// @param endpoint where to send it, if the answer comes on a stream of its own, or null
    HttpExchange(
            Link link, WireMessage message, Cancellation cancellation, @Nullable HttpUrl endpoint) {
        this.link = link;
        this.target = endpoint == null ? link.url : endpoint;
        this.message = message;
        this.cancellation = cancellation;
        this.span = message.span();
        this.session = initializes() ? HttpSession.NONE : link.session();
        this.reader = new ResponseReader(link, message, session, endpoint != null);
    }

    /// Sends and receives, and tells the listener all but the end.
    ///
    /// @return why it failed, or empty
    Optional<WireFault> run() {
        try {
            WireFault fault = post();
            if (fault != null && fault.kind() == Kind.NETWORK) {
                link.dropIdle();
            }
            return cancellation.isCancelled() ? Optional.empty() : Optional.ofNullable(fault);
        } catch (IOException e) {
            if (cancellation.isCancelled()) {
                return Optional.empty();
            }
            link.dropIdle();
            return Optional.of(link.faults.beforeResponse(e));
        } catch (IllegalArgumentException e) {
            return Optional.of(
                    sent
                            ? NetworkFaults.brokenHttp("" + e.getMessage())
                            : WireFault.of(
                                    Kind.HTTP,
                                    "invalid-header",
                                    "A header cannot be sent: " + e.getMessage()));
        }
    }

    /// The status of the last response; 0 before there is one.
    int status() {
        return status;
    }

    /// Closes the response, whatever state it is in.
    void cancel() {
        cancellation.cancel();
    }

    private boolean initializes() {
        return message.method().equals("initialize");
    }

    /// Sends the message, and again after each authorisation that was got for it.
    private @Nullable WireFault post() throws IOException {
        Permission permission = new Permission(link, span, cancellation);
        while (true) {
            WireFault fault = follow(permission);
            if (fault == null || fault.kind() != Kind.AUTH) {
                return fault;
            }
            WireFault denied = permission.ask(fault);
            if (denied != null) {
                return denied;
            }
        }
    }

    private @Nullable WireFault follow(Permission permission) throws IOException {
        HttpUrl at = target;
        for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
            Request.Builder builder = link.request(at, session, ACCEPT);
            message.headers().forEach(builder::header);
            builder.header("Content-Length", Integer.toString(message.bytes().length));
            Request request =
                    link.authorized(builder.post(new Body(message.bytes())).build(), true);
            link.frames.requestHead(span, request);
            link.frames.requestBody(span, message.bytes());
            try (Response response = execute(request)) {
                if (response.headers().byteCount() > link.limits.headerBytes()) {
                    return link.faults.headersTooLarge();
                }
                if (!isRedirect(response.code())) {
                    permission.heard(response);
                    return finish(response);
                }
                Redirect redirect = Redirect.of(response, link.url);
                if (redirect.fault() != null) {
                    return redirect.fault().withDetails(reader.details(response));
                }
                at = redirect.target();
                link.frames.note(
                        span,
                        SpanNote.Type.STEP,
                        "redirected (HTTP " + response.code() + ") to " + link.secrets.mask(at),
                        null);
            }
        }
        return WireFault.of(
                        Kind.HTTP,
                        "redirect-loop",
                        "The server redirected more than " + MOST_REDIRECTS + " times.")
                .withHint("Last target: " + link.secrets.mask(at));
    }

    private @Nullable WireFault finish(Response response) throws IOException {
        WireFault fault = reader.takeSession(response);
        if (fault != null) {
            return fault;
        }
        if (!reader.isEventStream(response)) {
            return reader.readBody(response);
        }
        EventStream stream = new EventStream(link, span);
        WireFault end = stream.read(response);
        if (!awaiting()) {
            return end;
        }
        return session.stateless() ? end == null ? ended(null) : end : resume(stream, end);
    }

    private boolean awaiting() {
        return message.kind() == WireMessage.Kind.REQUEST && link.listener.awaiting(span);
    }

    /// Goes on where the stream broke off, as long as the server hands out event ids.
    private @Nullable WireFault resume(EventStream stream, @Nullable WireFault end) {
        WireFault last = end;
        int vain = 0;
        int refusals = 0;
        while (!cancellation.isCancelled() && awaiting()) {
            String after = stream.lastEventId();
            boolean limit = last != null && last.kind() == Kind.LIMIT;
            if (after == null
                    || limit
                    || vain == MOST_VAIN_RESUMPTIONS
                    || refusals == MOST_REFUSALS) {
                return last == null ? ended(after) : last;
            }
            if (cancellation.pause(stream.backoff(vain))) {
                return null;
            }
            stream.startAgain();
            try (Response response = get(after)) {
                if (!reader.isEventStream(response)) {
                    WireFault refusal = reader.readBody(response);
                    return refusal == null ? last : notResumed(refusal);
                }
                last = stream.read(response);
                refusals = 0;
            } catch (IOException e) {
                last = notResumed(link.faults.beforeResponse(e));
                refusals = e instanceof ConnectException ? refusals + 1 : 0;
            }
            vain = stream.delivered() || !after.equals(stream.lastEventId()) ? 0 : vain + 1;
        }
        return last;
    }

    private static WireFault ended(@Nullable String lastEventId) {
        return WireFault.of(
                        Kind.TRANSPORT,
                        "stream-ended",
                        "The event stream ended before the answer"
                                + (lastEventId == null
                                        ? ", and had no event id to resume it by."
                                        : ", and so did the resumed ones."))
                .withHint("The result is unknown: the call may have run.");
    }

    /// A session that is lost only now is no reason to repeat the call: the server had taken it.
    private static WireFault notResumed(WireFault refusal) {
        boolean lost = refusal.kind() == Kind.SESSION_LOST;
        return new WireFault(
                lost ? Kind.TRANSPORT : refusal.kind(),
                lost ? "stream-ended" : refusal.code(),
                "The event stream ended before the answer and could not be resumed. "
                        + refusal.message(),
                "The result is unknown: the call may have run.",
                refusal.details());
    }

    private Response get(String lastEventId) throws IOException {
        Request.Builder builder = link.request(link.url, session, "text/event-stream");
        Request request =
                link.authorized(builder.header("Last-Event-ID", lastEventId).build(), true);
        link.frames.requestHead(span, request);
        link.frames.note(span, SpanNote.Type.STEP, "resuming after event " + lastEventId, null);
        return execute(request);
    }

    private Response execute(Request request) throws IOException {
        sent = true;
        Call current = link.client.newCall(request);
        current.addEventListener(new TimingListener(link.frames, span));
        if (message.kind() != WireMessage.Kind.REQUEST) {
            current.timeout().timeout(UNATTENDED.toSeconds(), TimeUnit.SECONDS);
        }
        Response response = cancellation.execute(current);
        status = response.code();
        link.frames.responseHead(span, response);
        tellLengths(response);
        return response;
    }

    /// RFC 9112, 6.3: lengths that differ are an error, and may be an attempt to smuggle a second
    /// response past a proxy. OkHttp takes the last one.
    private void tellLengths(Response response) {
        Set<String> lengths = new TreeSet<>(response.headers().values("Content-Length"));
        if (lengths.size() > 1) {
            String text = "the response declares lengths that differ, which HTTP forbids";
            String sample = "Content-Length: " + String.join(", ", lengths);
            link.frames.note(span, SpanNote.Type.WARNING, text + " (" + sample + ")", null);
            link.listener.warning("content-length-conflict", text, sample);
        }
    }

    private static boolean isRedirect(int status) {
        return status >= 300 && status < 400 && status != 304;
    }

    /// The message's bytes. One-shot, so that OkHttp never sends a call twice.
    private static final class Body extends RequestBody {
        private final byte[] bytes;

        Body(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public MediaType contentType() {
            return JSON;
        }

        @Override
        public long contentLength() {
            return bytes.length;
        }

        @Override
        public boolean isOneShot() {
            return true;
        }

        @Override
        public void writeTo(BufferedSink sink) throws IOException {
            sink.write(bytes);
        }
    }
}
