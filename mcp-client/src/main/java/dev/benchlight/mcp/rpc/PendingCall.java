package dev.benchlight.mcp.rpc;

import dev.benchlight.trace.Moment;
import dev.benchlight.trace.SpanContext;
import dev.benchlight.trace.SpanStatus;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// A request that waits for its answer. It ends once; whoever ends it first wins.
final class PendingCall<T> extends AwaitedCall<T> {
    private final long id;
    private final RpcRequest<T> request;
    private final CallOptions options;
    private final Spans spans;
    private final Consumer<PendingCall<?>> canceller;
    private final Ticker ticker;
    private final Moment began;
    private final long started;
    private final AtomicBoolean ended = new AtomicBoolean();
    private final AtomicInteger logs = new AtomicInteger();
    private volatile Heard heard;

    /// How long the user was asked meanwhile, and since when; 0 if not now.
    private volatile long asked;

    private volatile long askedSince;

    /// How many questions of the server's wait for an answer.
    private volatile int questions;

    private volatile long bytesSent;
    private final Queue<Consumer<Boolean>> enders = new ConcurrentLinkedQueue<>();
    private volatile @Nullable Boolean answered;

    /// When it was heard of, and how much time was held by then.
    private record Heard(long nanos, long held) {}

    PendingCall(
            long id,
            SpanContext span,
            Moment began,
            RpcRequest<T> request,
            CallOptions options,
            Spans spans,
            Consumer<PendingCall<?>> canceller,
            Ticker ticker) {
        super(span.span(), span.trace());
        this.began = began;
        this.id = id;
        this.request = request;
        this.options = options;
        this.spans = spans;
        this.canceller = canceller;
        this.ticker = ticker;
        started = ticker.nanos();
        heard = new Heard(started, ticker.held());
    }

    long id() {
        return id;
    }

    String method() {
        return request.method();
    }

    JsonNode params() {
        JsonNode params = request.params();
        return params == null ? tools.jackson.databind.node.MissingNode.getInstance() : params;
    }

    CallOptions options() {
        return options;
    }

    long started() {
        return started;
    }

    /// Whether it stays open to be told of things, so that no answer is waited for.
    boolean isStanding() {
        return options.told() != null;
    }

    /// Hears a notification that belongs to it.
    void told(String method, JsonNode params) {
        BiConsumer<String, JsonNode> told = options.told();
        if (told != null) {
            told.accept(method, params);
        }
    }

    /// Ends a standing call as the other side did: with nothing to say.
    boolean over() {
        return answer(JsonNodeFactory.instance.objectNode(), 0);
    }

    void sent(long bytes) {
        bytesSent = bytes;
    }

    /// Counts a log message that came with it.
    ///
    /// @return how many there are with this one
    int logged() {
        return logs.incrementAndGet();
    }

    void heardOf() {
        heard = new Heard(ticker.nanos(), ticker.held());
    }

    /// Stops its time while the user is asked, or lets it go on.
    synchronized void hold(boolean holds) {
        long now = ticker.nanos();
        if (holds && askedSince == 0) {
            askedSince = now == 0 ? 1 : now;
        } else if (!holds && askedSince != 0) {
            asked += now - askedSince;
            askedSince = 0;
            heardOf();
        }
    }

    /// The server asks something: that nothing is heard of it meanwhile is not its fault. The
    /// maximum stays.
    synchronized void questionBegins() {
        questions++;
    }

    synchronized void questionEnds() {
        questions--;
        heardOf();
    }

    /// What a question of the server's says of it.
    Question.During during() {
        return new Question.During(
                new SpanContext(trace(), span()), request.method(), request.name());
    }

    /// @param ender called once, when this ends or at once: with whether it was answered
    void whenEnded(Consumer<Boolean> ender) {
        enders.add(ender);
        Boolean over = answered;
        if (over != null) {
            tellEnd(over);
        }
    }

    private void tellEnd(boolean wasAnswered) {
        for (Consumer<Boolean> next = enders.poll(); next != null; next = enders.poll()) {
            next.accept(wasAnswered);
        }
    }

    /// When it times out, by the [Ticker], as things are: later while time is being held, and soon
    /// to be looked up again while the user is asked.
    long deadline() {
        if (askedSince != 0) {
            return ticker.nanos() + Duration.ofSeconds(1).toNanos();
        }
        Heard last = heard;
        long held = ticker.held() - last.held();
        long idle = last.nanos() + held + saturated(options.idle());
        long maximum = started + asked + saturated(options.maximum());
        return questions == 0 && idle - maximum < 0 ? idle : maximum;
    }

    private static long saturated(Duration duration) {
        return duration.compareTo(Duration.ofDays(365)) > 0
                ? Duration.ofDays(365).toNanos()
                : duration.toNanos();
    }

    boolean reachedMaximum(long now) {
        return now - started - asked >= saturated(options.maximum());
    }

    boolean answer(JsonNode result, long bytesReceived) {
        Outcome<T> outcome;
        String summary;
        try {
            outcome = request.reader().apply(result);
            summary =
                    outcome instanceof Outcome.NotOk<T> notOk
                            ? notOk.problem().message()
                            : request.summary().apply(result);
        } catch (RuntimeException | Error e) {
            spans.end(span(), SpanStatus.PROTOCOL_VIOLATION, "" + e, bytesSent, bytesReceived);
            broken(e);
            throw e;
        }
        return end(outcome, summary, bytesReceived);
    }

    boolean fail(Outcome.NotOk<Void> failure, long bytesReceived) {
        return end(
                failure.map(nothing -> {
                    throw new IllegalStateException("a failure has no value");
                }),
                failure.problem().message(),
                bytesReceived);
    }

    private boolean end(Outcome<T> outcome, String summary, long bytesReceived) {
        if (!ended.compareAndSet(false, true)) {
            return false;
        }
        // Whoever waits is told, even if it cannot be recorded that memory ran out, say.
        Moment at = Moment.now();
        try {
            at = spans.end(span(), Problems.status(outcome), summary, bytesSent, bytesReceived);
        } finally {
            complete(outcome, new CallMetrics(began.until(at), bytesSent, bytesReceived));
        }
        boolean wasAnswered =
                outcome instanceof Outcome.Ok<T>
                        || outcome instanceof Outcome.ToolError<T>
                        || outcome instanceof Outcome.RpcError<T>;
        answered = wasAnswered;
        tellEnd(wasAnswered);
        return true;
    }

    @Override
    public void cancel() {
        canceller.accept(this);
    }
}
