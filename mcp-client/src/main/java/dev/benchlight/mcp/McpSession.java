package dev.benchlight.mcp;

import dev.benchlight.mcp.rpc.Call;
import dev.benchlight.mcp.rpc.CallOptions;
import dev.benchlight.mcp.wire.ServerConfig;
import dev.benchlight.trace.TraceRecorder;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Map;

/// A connection to one MCP server. Every method may be called from any thread; those that return a
/// [Call] do not block.
public final class McpSession implements AutoCloseable {

    /// Prepares a session; nothing is started or dialled before [#connect()].
    public McpSession(
            ServerConfig config,
            SessionOptions options,
            ClientHandlers handlers,
            TraceRecorder recorder,
            SessionListener listener) {
        throw new UnsupportedOperationException();
    }

    /// Starts or dials the server and shakes hands. The outcome of a second call is the first's.
    public Call<ServerDescription> connect() {
        throw new UnsupportedOperationException();
    }

    public SessionState state() {
        throw new UnsupportedOperationException();
    }

    /// What the server did wrong so far.
    public List<Warning> warnings() {
        throw new UnsupportedOperationException();
    }

    /// The last lines of standard error, oldest first.
    public List<String> stderrTail(int lines) {
        throw new UnsupportedOperationException();
    }

    public Call<Listing<Tool>> listTools(CallOptions options) {
        throw new UnsupportedOperationException();
    }

    public Call<Listing<Prompt>> listPrompts(CallOptions options) {
        throw new UnsupportedOperationException();
    }

    public Call<Listing<Resource>> listResources(CallOptions options) {
        throw new UnsupportedOperationException();
    }

    public Call<Listing<ResourceTemplate>> listResourceTemplates(CallOptions options) {
        throw new UnsupportedOperationException();
    }

    /// `tools/call`.
    ///
    /// @param arguments an object
    public Call<ToolResult> callTool(String name, JsonNode arguments, CallOptions options) {
        throw new UnsupportedOperationException();
    }

    public Call<PromptResult> getPrompt(
            String name, Map<String, String> arguments, CallOptions options) {
        throw new UnsupportedOperationException();
    }

    public Call<ReadResult> readResource(String uri, CallOptions options) {
        throw new UnsupportedOperationException();
    }

    /// `ping`; the value is the server's (empty) result.
    public Call<JsonNode> ping(CallOptions options) {
        throw new UnsupportedOperationException();
    }

    /// `logging/setLevel`.
    public Call<JsonNode> setLogLevel(String level, CallOptions options) {
        throw new UnsupportedOperationException();
    }

    /// Any request, sent as given. For replaying and for what has no method here.
    public Call<JsonNode> request(String method, JsonNode params, CallOptions options) {
        throw new UnsupportedOperationException();
    }

    /// Cancels what runs, ends the process tree or the HTTP session within the grace times, and
    /// waits for that.
    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
