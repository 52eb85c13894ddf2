package dev.benchlight.mcp;

import tools.jackson.databind.JsonNode;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

/// What a server says of how long a result holds ("Caching", 2026-07-28).
///
/// @param ttl how long it may be used without asking again; zero where the server says nothing, and
///   no more than a day
/// @param scope who it may be given to
public record CacheHints(Duration ttl, Scope scope) {
    private static final Duration LONGEST = Duration.ofDays(1);

    /// Who a result may be given to besides who asked for it.
    public enum Scope {
        /// Anybody.
        PUBLIC,
        /// Nobody else; also where the server says nothing that is known.
        PRIVATE
    }

    /// Those of one result.
    public static CacheHints of(JsonNode result) {
        JsonNode ttl = result.path("ttlMs");
        double millis = ttl.isNumber() ? ttl.asDouble(0) : 0;
        double bounded = Math.clamp(millis, 0.0, (double) LONGEST.toMillis());
        boolean shared = result.path("cacheScope").asString("").equals("public");
        return new CacheHints(
                Duration.ofMillis((long) bounded), shared ? Scope.PUBLIC : Scope.PRIVATE);
    }

    /// What is said of them after a summary: nothing, or such as `, holds for 60 s (private)`.
    String words() {
        String who = scope == Scope.PUBLIC ? "public" : "private";
        return ttl.isZero()
                ? ""
                : ", holds for %s s (%s)"
                        .formatted(
                                BigDecimal.valueOf(ttl.toMillis(), 3)
                                        .stripTrailingZeros()
                                        .toPlainString(),
                                who);
    }

    /// Those of several results together: the shortest time, the narrowest scope.
    static CacheHints ofAll(List<JsonNode> results) {
        return results.stream()
                .map(CacheHints::of)
                .reduce((one, other) ->
                        new CacheHints(
                                one.ttl.compareTo(other.ttl) < 0 ? one.ttl : other.ttl,
                                one.scope.compareTo(other.scope) > 0 ? one.scope : other.scope))
                .orElse(new CacheHints(Duration.ZERO, Scope.PRIVATE));
    }
}
