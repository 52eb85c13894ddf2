package dev.benchlight.mcp.wire.http;

import dev.benchlight.mcp.wire.WireFault;
import dev.benchlight.mcp.wire.http.HttpAuthorization.Refusal;
import dev.benchlight.mcp.wire.http.HttpAuthorization.Verdict;
import dev.benchlight.trace.SpanId;
import dev.benchlight.trace.SpanNote;

import okhttp3.Response;

import org.jspecify.annotations.Nullable;

/// What one message goes through with a server that wants authorisation. Used by one thread.
final class Permission {
    /// Beyond what any way to a token needs; the way itself knows its own limit.
    private static final int MOST_ATTEMPTS = 5;

    private final Link link;
    private final SpanId span;
    private final Cancellation cancellation;
    private @Nullable Refusal refusal;
    private int attempt;

    Permission(Link link, SpanId span, Cancellation cancellation) {
        this.link = link;
        this.span = span;
        this.cancellation = cancellation;
    }

    /// Takes from a response what authorisation needs to know of it.
    void heard(Response response) {
        int status = response.code();
        refusal =
                status == 401 || status == 403
                        ? new Refusal(
                                status,
                                response.headers("WWW-Authenticate"),
                                response.request().header("Authorization"),
                                response.headers().toMultimap(),
                                attempt,
                                link.listener.contextOf(span))
                        : null;
    }

    /// Asks for authorisation, and waits for it. The time that takes is not the server's.
    ///
    /// @param fault what the refusal comes to if nothing can be done
    /// @return why the message is not to be sent again, or null
    @Nullable WireFault ask(WireFault fault) {
        Refusal refused = refusal;
        if (refused == null || attempt == MOST_ATTEMPTS || cancellation.isCancelled()) {
            return fault;
        }
        link.listener.held(span, true);
        try {
            Verdict verdict = cancellation.await(link.authorization.refused(refused));
            return switch (verdict) {
                case null -> fault;
                case Verdict.Leave() -> fault;
                case Verdict.Failed(WireFault why) -> {
                    note("authorisation failed: " + why.message());
                    yield why.withDetails(fault.details());
                }
                case Verdict.Again() -> {
                    attempt++;
                    note("authorised after HTTP " + refused.status() + "; sending again");
                    yield null;
                }
            };
        } finally {
            link.listener.held(span, false);
        }
    }

    private void note(String text) {
        link.frames.note(span, SpanNote.Type.STEP, text, null);
    }
}
