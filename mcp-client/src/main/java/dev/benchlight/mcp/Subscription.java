package dev.benchlight.mcp;

import dev.benchlight.mcp.rpc.Call;
import dev.benchlight.mcp.rpc.CallOptions;
import dev.benchlight.mcp.rpc.Outcome;
import dev.benchlight.mcp.rpc.RpcPeer;
import dev.benchlight.mcp.rpc.RpcRequest;
import dev.benchlight.trace.TraceId;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/// One `subscriptions/listen` request, from its sending to its end. Thread-safe.
final class Subscription {
    static final String METHOD = "subscriptions/listen";
    private static final String ACKNOWLEDGED = "notifications/subscriptions/acknowledged";
    private static final Set<String> TOLD =
            Set.of(
                    ACKNOWLEDGED,
                    "notifications/tools/list_changed",
                    "notifications/prompts/list_changed",
                    "notifications/resources/list_changed",
                    "notifications/resources/updated",
                    "notifications/tasks");
    private static final Duration LASTING = Duration.ofSeconds(30);

    private final ListenFilter filter;
    private final Ear ear;
    private final @Nullable Subscription before;
    private final long began = System.nanoTime();
    private volatile boolean acknowledged;
    private volatile boolean nothing;
    private volatile boolean delivered;
    private volatile @Nullable Call<JsonNode> call;
    private volatile @Nullable Outcome<JsonNode> end;

    /// Hears of what becomes of it.
    interface Ear {
        /// @param granted what of the filter the server will tell of
        void acknowledged(Subscription subscription, JsonNode granted);

        void told(Subscription subscription, String method, JsonNode params);

        void ended(Subscription subscription, Outcome<JsonNode> end);
    }

    private Subscription(ListenFilter filter, Ear ear, @Nullable Subscription before) {
        this.filter = filter;
        this.ear = ear;
        this.before = before;
    }

    /// Sends the request.
    ///
    /// @param before the one it replaces: kept until this one is acknowledged, so that nothing is
    ///   missed between them; or null
    static Subscription open(
            RpcPeer peer, ListenFilter filter, Ear ear, @Nullable Subscription before) {
        Subscription made = new Subscription(filter, ear, before);
        Call<JsonNode> call =
                peer.request(
                        RpcRequest.plain(METHOD, filter.json()),
                        CallOptions.listening(made::hear),
                        TraceId.random());
        made.call = call;
        Thread.ofVirtual().name(METHOD).start(() -> made.follow(call));
        return made;
    }

    /// Whether a notification is one that comes within subscriptions only.
    static boolean tellsOnly(String method) {
        return TOLD.contains(method);
    }

    private void follow(Call<JsonNode> sent) {
        Outcome<JsonNode> outcome = sent.await();
        end = outcome;
        ear.ended(this, outcome);
    }

    private void hear(String method, JsonNode params) {
        if (method.equals(ACKNOWLEDGED)) {
            nothing = params.path("notifications").isEmpty();
            acknowledged = true;
            if (before != null) {
                before.cancel();
            }
            ear.acknowledged(this, params.path("notifications"));
        } else {
            delivered = true;
            ear.told(this, method, params);
        }
    }

    ListenFilter filter() {
        return filter;
    }

    boolean isAcknowledged() {
        return acknowledged;
    }

    /// Whether the server agreed to tell of nothing at all.
    boolean bringsNothing() {
        return nothing;
    }

    /// How it ended, or empty while it is open.
    Optional<Outcome<JsonNode>> end() {
        return Optional.ofNullable(end);
    }

    /// The one that this one was to replace, if that is still open.
    @Nullable Subscription openBefore() {
        return before == null || before.end().isPresent() ? null : before;
    }

    /// Whether it was of use: it brought something, or was open for a while.
    boolean wasOfUse() {
        return delivered || System.nanoTime() - began > LASTING.toNanos();
    }

    void cancel() {
        Call<JsonNode> open = call;
        if (open != null) {
            open.cancel();
        }
    }
}
