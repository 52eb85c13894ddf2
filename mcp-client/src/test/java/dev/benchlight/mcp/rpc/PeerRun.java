package dev.benchlight.mcp.rpc;

import dev.benchlight.mcp.EventLog;
import dev.benchlight.mcp.ScriptedWire;
import dev.benchlight.mcp.ScriptedWire.Sent;
import dev.benchlight.mcp.wire.Limits;
import dev.benchlight.trace.TraceId;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.function.BiConsumer;

/// A peer over a scripted wire, with a clock that stands still.
final class PeerRun implements AutoCloseable {
    final FakeTicker ticker = new FakeTicker();
    final EventLog log = new EventLog();
    final PeerLog listener;
    final ScriptedWire wire;
    final RpcPeer peer;

    /// With a server that says nothing by itself.
    PeerRun() {
        this(new PeerLog(), (wire, sent) -> {});
    }

    PeerRun(PeerLog listener, BiConsumer<ScriptedWire, Sent> script) {
        this.listener = listener;
        wire = new ScriptedWire(script);
        peer =
                new RpcPeer(
                        wire,
                        new Spans(log, "server", wire.connection()),
                        Limits.DEFAULT,
                        listener,
                        ticker);
        wire.open(peer.wireListener());
        peer.opened();
    }

    static JsonNode json(String json) {
        return JsonMapper.shared().readTree(json);
    }

    Call<JsonNode> call() {
        return call(CallOptions.DEFAULT);
    }

    Call<JsonNode> call(CallOptions options) {
        return call("tools/call", options);
    }

    Call<JsonNode> call(String method, CallOptions options) {
        return peer.request(RpcRequest.plain(method, json("{}")), options, TraceId.random());
    }

    /// A good answer comes in.
    void answer(long id) {
        wire.say("{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"result\":{}}");
    }

    void progress(long token) {
        wire.say(
                "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/progress\",\"params\":"
                        + "{\"progressToken\":"
                        + token
                        + ",\"progress\":1}}");
    }

    @Override
    public void close() {
        peer.shutDown();
    }
}
