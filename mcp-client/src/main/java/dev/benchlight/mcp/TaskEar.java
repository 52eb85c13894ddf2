package dev.benchlight.mcp;

import dev.benchlight.mcp.rpc.Outcome;
import dev.benchlight.mcp.rpc.RpcPeer;

import tools.jackson.databind.JsonNode;

import java.util.Set;

/// Hears of one task through a subscription of its own ("Task Status Notifications"), for as long
/// as it is followed. A server need not tell of tasks: they are polled all the same.
record TaskEar(SessionStatus status) implements Subscription.Ear {
    static Subscription open(RpcPeer peer, SessionStatus status, String id) {
        ListenFilter filter = new ListenFilter(Set.of(), Set.of(), Set.of(id));
        return Subscription.open(peer, filter, new TaskEar(status), null);
    }

    @Override
    public void acknowledged(Subscription subscription, JsonNode granted) {
        if (granted.path("taskIds").isEmpty()) {
            subscription.cancel();
        }
    }

    @Override
    public void told(Subscription subscription, String method, JsonNode params) {
        status.told(method, params);
    }

    @Override
    public void ended(Subscription subscription, Outcome<JsonNode> end) {}
}
