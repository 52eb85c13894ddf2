package dev.benchlight.mcp.auth;

import dev.benchlight.trace.Moment;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// One step on the way to a token: what was asked, what came, and which rules it meets or breaks.
/// Secrets in it are masked.
///
/// @param name what was done, for people
/// @param at when it began
/// @param exchange the request and its answer, or null for a step without one
/// @param tokens what came, readable as far as that gives no secret away
public record AuthStep(
        String name,
        Moment at,
        @Nullable Exchange exchange,
        List<Check> checks,
        List<DecodedToken> tokens) {
    public AuthStep {
        checks = List.copyOf(checks);
        tokens = List.copyOf(tokens);
    }

    public AuthStep(String name, @Nullable Exchange exchange, List<Check> checks) {
        this(name, exchange, checks, List.of());
    }

    public AuthStep(
            String name,
            @Nullable Exchange exchange,
            List<Check> checks,
            List<DecodedToken> tokens) {
        this(name, exchange == null ? Moment.now() : exchange.sent(), exchange, checks, tokens);
    }

    /// A request and what came of it.
    ///
    /// @param sentHeaders those that matter, secrets masked
    /// @param fields the form fields or query parameters that were sent, secrets masked
    /// @param status 0 if no answer came
    /// @param headers the answer's, secrets masked
    /// @param body the answer's, secrets masked, or the reason why there is none
    public record Exchange(
            String method,
            URI url,
            Map<String, String> sentHeaders,
            Map<String, String> fields,
            int status,
            Map<String, List<String>> headers,
            String body,
            Moment sent,
            Moment received) {

        /// One that took no time, such as the opening of a page.
        public static Exchange at(
                String method, URI url, Map<String, String> fields, int status, String body) {
            Moment now = Moment.now();
            return new Exchange(method, url, Map.of(), fields, status, Map.of(), body, now, now);
        }

        public Duration took() {
            return sent.until(received);
        }
    }

    /// A rule and whether it is kept.
    ///
    /// @param rule where it stands, such as `RFC 8414, 3.3`
    /// @param text what was found
    public record Check(String rule, boolean met, String text) {}

    /// Hears of steps as they are taken. It neither blocks nor throws.
    @FunctionalInterface
    public interface Listener {
        Listener NONE = _ -> {};

        void took(AuthStep step);

        /// An attempt at a token begins.
        default void began() {}

        /// It came to its end.
        ///
        /// @param fault why there is no token, or null
        default void ended(@Nullable AuthFault fault) {}
    }

    /// Whether every rule is kept.
    public boolean sound() {
        return checks.stream().allMatch(Check::met);
    }
}
