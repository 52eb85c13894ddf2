package dev.benchlight.mcp.auth;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.util.List;
import java.util.Map;

/// One step on the way to a token: what was asked, what came, and which rules it meets or breaks.
/// Secrets in it are masked.
///
/// @param name what was done, for people
/// @param exchange the request and its answer, or null for a step without one
public record AuthStep(String name, @Nullable Exchange exchange, List<Check> checks) {
    public AuthStep {
        checks = List.copyOf(checks);
    }

    /// A request and what came of it.
    ///
    /// @param fields the form fields or query parameters that were sent, secrets masked
    /// @param status 0 if no answer came
    /// @param body the answer's, secrets masked, or the reason why there is none
    public record Exchange(
            String method, URI url, Map<String, String> fields, int status, String body) {}

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
    }

    /// Whether every rule is kept.
    public boolean sound() {
        return checks.stream().allMatch(Check::met);
    }
}
