package dev.benchlight.mcp;

import dev.benchlight.mcp.rpc.Call;
import dev.benchlight.mcp.rpc.CallOptions;
import dev.benchlight.mcp.rpc.Outcome;
import dev.benchlight.mcp.rpc.RpcPeer;
import dev.benchlight.mcp.rpc.RpcRequest;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/// What a server was asked for that holds for the rest of the session: how much it logs, and the
/// resources that it tells of, as far as it agreed to that. Thread-safe.
final class Wishes {
    static final String SET_LEVEL = "logging/setLevel";
    static final String SUBSCRIBE = "resources/subscribe";
    static final String UNSUBSCRIBE = "resources/unsubscribe";

    private final Set<String> uris = ConcurrentHashMap.newKeySet();
    private volatile Optional<String> level = Optional.empty();

    /// Empty for what the server chooses.
    Optional<String> logLevel() {
        return level;
    }

    synchronized void logLevel(Optional<String> wanted) {
        level = wanted;
    }

    private synchronized void forget(String refused) {
        if (level.equals(Optional.of(refused))) {
            level = Optional.empty();
        }
    }

    /// Of an older server; see [Listening] for others.
    Set<String> uris() {
        return Set.copyOf(uris);
    }

    RpcRequest<JsonNode> setLevel(String wanted) {
        JsonNode params = JsonNodeFactory.instance.objectNode().put("level", wanted);
        return new RpcRequest<>(
                SET_LEVEL,
                wanted,
                params,
                false,
                result -> {
                    logLevel(Optional.of(wanted));
                    return new Outcome.Ok<>(result);
                },
                result -> "");
    }

    /// @param method to subscribe, or not to any more
    RpcRequest<JsonNode> watch(String method, String uri) {
        JsonNode params = JsonNodeFactory.instance.objectNode().put("uri", uri);
        return RpcRequest.plain(method, params)
                .map(result -> {
                    if (method.equals(SUBSCRIBE)) {
                        uris.add(uri);
                    } else {
                        uris.remove(uri);
                    }
                    return result;
                });
    }

    /// Asks for all of it once more, of a server that has forgotten, and waits for its answers.
    /// What it will not do again is wished for no longer, and told as a warning.
    void renew(RpcPeer peer, SessionStatus status, CallOptions options) {
        Map<Call<JsonNode>, Runnable> asked = new LinkedHashMap<>();
        level.ifPresent(wanted ->
                asked.put(
                        peer.request(setLevel(wanted), options, options.trace()),
                        () -> forget(wanted)));
        for (String uri : new TreeSet<>(uris)) {
            asked.put(
                    peer.request(watch(SUBSCRIBE, uri), options, options.trace()),
                    () -> uris.remove(uri));
        }
        asked.forEach((call, forget) -> {
            if (call.await() instanceof Outcome.NotOk<JsonNode> failed
                    && !LifeSign.hasProblem(failed, Sending.SESSION_LOST)) {
                forget.run();
                status.warning(
                        "session-not-as-before",
                        "the server gave a new session, but not all that the old one had",
                        failed.problem().message());
            }
        });
    }
}
