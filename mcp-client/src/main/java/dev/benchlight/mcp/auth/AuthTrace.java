package dev.benchlight.mcp.auth;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.benchlight.mcp.auth.AuthStep.Check;
import dev.benchlight.mcp.auth.AuthStep.Exchange;
import dev.benchlight.trace.Channel;
import dev.benchlight.trace.Direction;
import dev.benchlight.trace.Frame;
import dev.benchlight.trace.FrameId;
import dev.benchlight.trace.Moment;
import dev.benchlight.trace.SpanContext;
import dev.benchlight.trace.SpanEnded;
import dev.benchlight.trace.SpanId;
import dev.benchlight.trace.SpanKind;
import dev.benchlight.trace.SpanNote;
import dev.benchlight.trace.SpanStarted;
import dev.benchlight.trace.SpanStatus;
import dev.benchlight.trace.TraceId;
import dev.benchlight.trace.TraceRecorder;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// Records the attempts at a token, each a span below the call that needs it, and below that each
/// step. Attempts come one after the other; what they tell may come from any thread.
final class AuthTrace implements AuthStep.Listener {
    private final TraceRecorder recorder;
    private final AuthStep.Listener next;
    private final String where;
    private final String connection;
    private final AtomicLong frames = new AtomicLong();
    private volatile @Nullable SpanContext attempt;
    private final AtomicInteger steps = new AtomicInteger();

    /// @param next told of everything too
    AuthTrace(TraceRecorder recorder, AuthStep.Listener next, String where) {
        this.recorder = recorder;
        this.next = next;
        this.where = where;
        this.connection = where + "-oauth-" + SpanId.random();
    }

    /// @param within the call that needs a token, or null
    void begin(@Nullable SpanContext within) {
        TraceId trace = within == null ? TraceId.random() : within.trace();
        SpanId above = within == null ? null : within.span();
        SpanId span = SpanId.random();
        attempt = new SpanContext(trace, span);
        steps.set(0);
        started(span, trace, above, "authorize", "", Moment.now());
        next.began();
    }

    @Override
    public void took(AuthStep step) {
        SpanContext above = attempt;
        if (above != null) {
            steps.incrementAndGet();
            record(step, above);
        }
        next.took(step);
    }

    @Override
    public void ended(@Nullable AuthFault fault) {
        SpanContext span = attempt;
        attempt = null;
        if (span != null) {
            ended(
                    span.span(),
                    fault == null ? SpanStatus.OK : SpanStatus.AUTH_REQUIRED,
                    fault == null ? steps.get() + " steps" : fault.text(),
                    0,
                    0,
                    Moment.now());
        }
        next.ended(fault);
    }

    private void record(AuthStep step, SpanContext above) {
        SpanId span = SpanId.random();
        Exchange exchange = step.exchange();
        String name = exchange == null ? "" : exchange.url().toString();
        started(span, above.trace(), above.span(), step.name(), name, step.at());
        int sent = 0;
        int received = 0;
        if (exchange != null) {
            sent = request(span, exchange);
            received = answer(span, exchange);
        }
        Moment end = exchange == null ? step.at() : exchange.received();
        for (Check check : step.checks()) {
            String verdict = check.rule() + ": " + (check.met() ? "" : "broken: ") + check.text();
            recorder.record(
                    new SpanNote(
                            span,
                            check.met() ? SpanNote.Type.STEP : SpanNote.Type.WARNING,
                            verdict,
                            null,
                            null,
                            end));
        }
        ended(span, status(step), summary(step), sent, received, end);
    }

    private int request(SpanId span, Exchange exchange) {
        StringBuilder head = new StringBuilder();
        head.append(exchange.method()).append(' ').append(exchange.url()).append('\n');
        exchange.sentHeaders()
                .forEach(
                        (name, value) -> head.append(name).append(": ").append(value).append('\n'));
        frame(span, Direction.SENT, Channel.HTTP_REQUEST_HEAD, head.toString(), exchange.sent());
        String form = form(exchange.fields());
        return form.isEmpty()
                ? 0
                : frame(span, Direction.SENT, Channel.HTTP_REQUEST_BODY, form, exchange.sent());
    }

    private int answer(SpanId span, Exchange exchange) {
        if (exchange.status() == 0) {
            return 0;
        }
        StringBuilder head = new StringBuilder("HTTP ").append(exchange.status()).append('\n');
        exchange.headers()
                .forEach((name, values) ->
                        values.forEach(value ->
                                head.append(name).append(": ").append(value).append('\n')));
        Moment at = exchange.received();
        frame(span, Direction.RECEIVED, Channel.HTTP_RESPONSE_HEAD, head.toString(), at);
        return exchange.body().isEmpty()
                ? 0
                : frame(span, Direction.RECEIVED, Channel.HTTP_RESPONSE_BODY, exchange.body(), at);
    }

    /// One field a line, for people: they are masked, and so nothing that can be sent again.
    private static String form(Map<String, String> fields) {
        StringBuilder form = new StringBuilder();
        fields.forEach((name, value) -> form.append(name).append('=').append(value).append('\n'));
        return form.toString();
    }

    private static SpanStatus status(AuthStep step) {
        Exchange exchange = step.exchange();
        if (step.sound()) {
            return SpanStatus.OK;
        }
        return exchange != null && exchange.status() == 0
                ? SpanStatus.TRANSPORT_ERROR
                : SpanStatus.AUTH_REQUIRED;
    }

    /// The rule that is broken, else what was found last.
    private static String summary(AuthStep step) {
        List<Check> checks = step.checks();
        return checks.stream()
                .filter(check -> !check.met())
                .findFirst()
                .or(() -> checks.reversed().stream().findFirst())
                .map(check -> check.rule() + ": " + check.text())
                .orElse("");
    }

    private void started(
            SpanId span,
            TraceId trace,
            @Nullable SpanId above,
            String method,
            String name,
            Moment at) {
        recorder.record(
                new SpanStarted(
                        span,
                        trace,
                        above,
                        SpanKind.AUTHORIZATION,
                        method,
                        name,
                        where,
                        connection,
                        at));
    }

    private void ended(
            SpanId span, SpanStatus status, String summary, long sent, long received, Moment at) {
        recorder.record(new SpanEnded(span, status, summary, sent, received, at));
    }

    private int frame(SpanId span, Direction direction, Channel channel, String text, Moment at) {
        byte[] bytes = text.getBytes(UTF_8);
        recorder.record(
                new Frame(
                        new FrameId(connection, frames.incrementAndGet()),
                        span,
                        where,
                        direction,
                        channel,
                        bytes,
                        bytes.length,
                        0,
                        at));
        return bytes.length;
    }
}
