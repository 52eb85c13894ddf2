package dev.benchlight.mcp.rpc;

import dev.benchlight.trace.SpanId;
import dev.benchlight.trace.SpanKind;
import dev.benchlight.trace.SpanNote;
import dev.benchlight.trace.SpanStatus;
import dev.benchlight.trace.TraceId;

import tools.jackson.databind.JsonNode;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// Takes the server's notifications: progress and log messages go to their calls. Thread-safe.
final class Notifications {
    private static final int SHOWN = 200;

    /// What a note repeats of a log message; the whole of it stands in its frame.
    private static final int LOGGED = 1_000;

    /// How many log messages stand at a call too: of more, nobody reads the notes of one.
    private static final int MOST_LOGGED = 2_000;

    private static final String SUBSCRIPTION = "io.modelcontextprotocol/subscriptionId";

    private final Spans spans;
    private final PendingCalls pending;
    private final ServerRequests asked;
    private final PeerListener listener;
    private final Violations violations;

    Notifications(
            Spans spans,
            PendingCalls pending,
            ServerRequests asked,
            PeerListener listener,
            Violations violations) {
        this.violations = violations;
        this.spans = spans;
        this.pending = pending;
        this.asked = asked;
        this.listener = listener;
    }

    void take(Message.Notification notification, Origin origin) {
        String method = notification.method();
        JsonNode params = notification.params();
        JsonNode id = params.path("_meta").path(SUBSCRIPTION);
        PendingCall<?> within = pending.bySpan(origin.exchange());
        if (!id.isMissingNode()) {
            subscribed(id, method, params, origin);
            return;
        }
        if (within != null && within.isStanding()) {
            listener.warning(
                    "subscription-id-missing",
                    "notifications of a subscription do not name it in _meta",
                    method);
            record(method, "", params, origin);
            within.told(method, params);
            return;
        }
        if (!method.equals("notifications/progress") || !progress(params, origin)) {
            record(method, "", params, origin);
            if (method.equals("notifications/message")) {
                log(params, origin);
            } else if (method.equals("notifications/cancelled")) {
                cancelled(params.path("requestId"));
            }
        }
        listener.notified(method, params);
    }

    private void record(String method, String remark, JsonNode params, Origin origin) {
        SpanId span = spans.start(TraceId.random(), null, SpanKind.SERVER_NOTIFICATION, method, "");
        spans.note(span, SpanNote.Type.REQUEST_FRAME, "", null, origin.frame());
        String summary = remark + summary(method, params);
        spans.end(span, SpanStatus.OK, summary, 0, origin.length());
    }

    /// A notification that names the subscription it belongs to.
    private void subscribed(JsonNode id, String method, JsonNode params, Origin origin) {
        OptionalLong exact = RequestIds.exact(id);
        PendingCall<?> call = pending.byId(exact);
        if (call != null && call.isStanding()) {
            record(method, "", params, origin);
            call.told(method, params);
        } else if (exact.isPresent() && pending.everSent(exact.getAsLong())) {
            record(method, "late, ignored: ", params, origin);
        } else {
            String shown = Text.cut(id.toString(), 80);
            violations.stray(
                    origin,
                    "unknown-subscription",
                    method + " of a subscription that was never made (id " + shown + "), ignored");
        }
    }

    /// A server gives up a request of its own, or ends a subscription.
    private void cancelled(JsonNode id) {
        PendingCall<?> call = pending.byId(RequestIds.exact(id));
        if (call != null && call.isStanding() && pending.remove(call)) {
            call.over();
        } else {
            asked.cancelled(id);
        }
    }

    private static String summary(String method, JsonNode params) {
        if (method.equals("notifications/message") && params.has("data")) {
            String logger = params.path("logger").asString("");
            JsonNode data = params.path("data");
            String said = data.isString() ? data.stringValue() : data.toString();
            String who = params.path("level").asString("") + (logger.isEmpty() ? "" : " " + logger);
            return Text.cut(who + ": " + said, SHOWN);
        }
        return params.isMissingNode() ? "" : Text.cut(params.toString(), SHOWN);
    }

    /// Whether it is of a call that waits.
    private boolean progress(JsonNode params, Origin origin) {
        PendingCall<?> call = pending.byToken(params.path("progressToken"));
        if (call == null) {
            return false;
        }
        call.heardOf();
        JsonNode done = params.path("progress");
        JsonNode total = params.path("total");
        String message = params.path("message").stringValueOpt().orElse(null);
        String text =
                number(done)
                        + (total.isNumber() ? " of " + number(total) : "")
                        + (message == null ? "" : Text.cut(" " + message, SHOWN));
        spans.note(call.span(), SpanNote.Type.PROGRESS, text, null, origin.frame());
        OptionalDouble ofTotal =
                total.isNumber() ? OptionalDouble.of(total.asDouble(0)) : OptionalDouble.empty();
        call.options().progress().accept(new Progress(done.asDouble(0), ofTotal, message));
        return true;
    }

    /// Steps are counted in whole numbers, whatever they are written as.
    private static String number(JsonNode number) {
        return number.toString().replaceFirst("\\.0+$", "");
    }

    /// A log message has a row of its own; the first also stand at the call they came with, or at
    /// the only one there is.
    private void log(JsonNode params, Origin origin) {
        PendingCall<?> inExchange = pending.bySpan(origin.exchange());
        Optional<PendingCall<?>> call =
                inExchange != null ? Optional.of(inExchange) : pending.only();
        call.filter(owner -> owner.logged() <= MOST_LOGGED)
                .ifPresent(owner ->
                        spans.note(
                                owner.span(),
                                SpanNote.Type.LOG,
                                Text.cut(
                                        params.path("level").asString("")
                                                + " "
                                                + params.path("data"),
                                        LOGGED),
                                null,
                                origin.frame()));
    }
}
