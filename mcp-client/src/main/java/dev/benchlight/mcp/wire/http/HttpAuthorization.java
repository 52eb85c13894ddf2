package dev.benchlight.mcp.wire.http;

import dev.benchlight.mcp.wire.WireFault;
import dev.benchlight.trace.SpanContext;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/// Gives the requests to one server their authorisation, and hears when it does not suffice. Asked
/// for requests to the server's own origin only. Thread-safe.
public interface HttpAuthorization {
    /// Has none.
    HttpAuthorization NONE =
            new HttpAuthorization() {
                @Override
                public Map<String, String> headers(String method, URI url, boolean renew) {
                    return Map.of();
                }

                @Override
                public CompletableFuture<Verdict> refused(Refusal refusal) {
                    return CompletableFuture.completedFuture(new Verdict.Leave());
                }

                @Override
                public void stop() {}
            };

    /// The headers that a request is to carry, such as `Authorization`; empty before there are any.
    ///
    /// @param renew whether to take the time to renew a token that ends soon
    Map<String, String> headers(String method, URI url, boolean renew);

    /// A request came back with 401 or 403. May take as long as the user does.
    CompletableFuture<Verdict> refused(Refusal refusal);

    /// Gives up what is under way. It may be asked again afterwards.
    void stop();

    /// What the server would not do.
    ///
    /// @param challenges the values of `WWW-Authenticate`
    /// @param sent the `Authorization` header that the request carried, or null
    /// @param headers what else the answer said, such as `dpop-nonce`; names in lower case
    /// @param attempt how often this very request was sent again before
    /// @param within the span of the request, or null where there is none
    record Refusal(
            int status,
            List<String> challenges,
            @Nullable String sent,
            Map<String, List<String>> headers,
            int attempt,
            @Nullable SpanContext within) {

        /// A refusal of a request without a span.
        public Refusal(
                int status,
                List<String> challenges,
                @Nullable String sent,
                Map<String, List<String>> headers,
                int attempt) {
            this(status, challenges, sent, headers, attempt, null);
        }
    }

    /// What to do about a refusal.
    sealed interface Verdict {
        /// Send it again, with the headers that there are now.
        record Again() implements Verdict {}

        /// This is not about authorisation that we could get: the refusal stands.
        record Leave() implements Verdict {}

        /// Authorisation was tried for, and failed.
        record Failed(WireFault fault) implements Verdict {}
    }
}
