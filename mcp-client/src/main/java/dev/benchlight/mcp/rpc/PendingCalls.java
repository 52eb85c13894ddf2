package dev.benchlight.mcp.rpc;

import dev.benchlight.trace.SpanId;
import dev.benchlight.trace.TraceId;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/// Requests that wait, by id and by span, and those given up of late. Thread-safe.
final class PendingCalls {
    private static final int GIVEN_UP_KEPT = 1_000;

    private final Ticker ticker;
    private final AtomicLong lastId = new AtomicLong();
    private final Map<Long, PendingCall<?>> byId = new ConcurrentHashMap<>();
    private final Map<Long, GivenUp> givenUp =
            new LinkedHashMap<>() {
                @Override
                protected boolean removeEldestEntry(Map.Entry<Long, GivenUp> eldest) {
                    return size() > GIVEN_UP_KEPT;
                }
            };

    /// A request whose answer is awaited no longer.
    record GivenUp(SpanId span, TraceId trace, String method, String why) {}

    PendingCalls(Ticker ticker) {
        this.ticker = ticker;
    }

    /// What the deadlines of calls are told by.
    Ticker ticker() {
        return ticker;
    }

    long nextId() {
        return lastId.incrementAndGet();
    }

    boolean everSent(long id) {
        return id >= 1 && id <= lastId.get();
    }

    void add(PendingCall<?> call) {
        byId.put(call.id(), call);
    }

    /// Takes a call out; only one caller gets it.
    boolean remove(PendingCall<?> call) {
        return byId.remove(call.id(), call);
    }

    /// Takes out the call of this id, if it still waits; only one caller gets it.
    @Nullable PendingCall<?> take(OptionalLong id) {
        return id.isPresent() ? byId.remove(id.getAsLong()) : null;
    }

    /// Takes a call out and remembers it, so that a late answer is known as one.
    boolean giveUp(PendingCall<?> call, String why) {
        synchronized (givenUp) {
            if (!remove(call)) {
                return false;
            }
            givenUp.put(call.id(), new GivenUp(call.span(), call.trace(), call.method(), why));
            return true;
        }
    }

    @Nullable GivenUp takeGivenUp(long id) {
        synchronized (givenUp) {
            return givenUp.remove(id);
        }
    }

    @Nullable PendingCall<?> byId(OptionalLong id) {
        return id.isPresent() ? byId.get(id.getAsLong()) : null;
    }

    @Nullable PendingCall<?> bySpan(@Nullable SpanId span) {
        if (span == null) {
            return null;
        }
        for (PendingCall<?> call : byId.values()) {
            if (call.span().equals(span)) {
                return call;
            }
        }
        return null;
    }

    /// The call that asked for progress under this token.
    @Nullable PendingCall<?> byToken(JsonNode token) {
        PendingCall<?> call = byId(RequestIds.exact(token));
        if (call != null) {
            return call;
        }
        for (PendingCall<?> other : byId.values()) {
            if (other.params().path("_meta").path("progressToken").equals(token)) {
                return other;
            }
        }
        return null;
    }

    /// The only call whose answer is waited for.
    Optional<PendingCall<?>> only() {
        List<PendingCall<?>> awaited = awaited();
        return awaited.size() == 1 ? Optional.of(awaited.getFirst()) : Optional.empty();
    }

    /// Those whose answer is waited for.
    List<PendingCall<?>> awaited() {
        return byId.values().stream().filter(c -> !c.isStanding()).toList();
    }

    List<PendingCall<?>> all() {
        return new ArrayList<>(byId.values());
    }
}
