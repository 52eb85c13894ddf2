package dev.benchlight.mcp;

import dev.benchlight.mcp.rpc.Call;
import dev.benchlight.mcp.rpc.CallOptions;
import dev.benchlight.mcp.rpc.EndedCall;
import dev.benchlight.mcp.rpc.Outcome;
import dev.benchlight.mcp.rpc.RpcPeer;
import dev.benchlight.mcp.rpc.RpcRequest;
import dev.benchlight.mcp.rpc.Spans;
import dev.benchlight.mcp.tasks.Task;
import dev.benchlight.mcp.wire.ServerConfig;
import dev.benchlight.mcp.wire.Wire;
import dev.benchlight.trace.SpanContext;
import dev.benchlight.trace.SpanId;
import dev.benchlight.trace.SpanKind;
import dev.benchlight.trace.TraceId;
import dev.benchlight.trace.TraceRecorder;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// A connection to one MCP server. Every method may be called from any thread; those that return a
/// [Call] do not block.
public final class McpSession implements AutoCloseable {
    private final SessionOptions options;
    private final String era;
    private final Wire wire;
    private final Spans spans;
    private final SessionStatus status;
    private final RpcPeer peer;
    private final Requests requests;
    private final Connecting connecting;
    private final Sending sending;
    private final SessionTasks tasks;
    private final Listening listening;
    private final boolean http;
    private final LostAnswer lostAnswer;
    private final ToolHeaders toolHeaders = new ToolHeaders();
    private final Lister<Tool> tools;
    private final Lister<Prompt> prompts;
    private final Lister<Resource> resources;
    private final Lister<ResourceTemplate> templates;
    private final JsonNode capabilities;
    private final Wishes wishes = new Wishes();
    private @Nullable Call<ServerDescription> connected;

    /// Prepares a session; nothing is started or dialled before [#connect()].
    public McpSession(
            ServerConfig config,
            SessionOptions options,
            ClientHandlers handlers,
            TraceRecorder recorder,
            SessionListener listener) {
        this(config, options, handlers, recorder, listener, Wires.to(config, options, recorder));
    }

    /// As the other, but over a wire of the caller's.
    public McpSession(
            ServerConfig config,
            SessionOptions options,
            ClientHandlers handlers,
            TraceRecorder recorder,
            SessionListener listener,
            Wire wire) {
        this.options = options;
        era = EraMemory.key(config);
        http = config instanceof ServerConfig.Http;
        this.wire = wire;
        capabilities = handlers.capabilities().orElseGet(JsonNodeFactory.instance::objectNode);
        spans = new Spans(recorder, config.name(), wire.connection());
        status = new SessionStatus(config, handlers, listener);
        requests = new Requests(status::warning, this::revision);
        peer = new RpcPeer(wire, spans, options.limits(), status);
        connecting =
                new Connecting(
                        config,
                        wire,
                        spans,
                        peer,
                        status,
                        opening(config, handlers),
                        this::renewWishes);
        lostAnswer = new LostAnswer(spans);
        listening = new Listening(peer, status);
        Lister.Around around =
                new Lister.Around(
                        peer,
                        spans,
                        status,
                        options.limits(),
                        Lister.credentials(config, options),
                        this::send);
        Gathering gathering = new Gathering(spans, status::answer);
        TaskFollower follower =
                TaskFollower.of(peer, status, connecting, listener, gathering, options.listens());
        Lister<Task> listed = new Lister<>(Requests.TASKS, around, any -> Optional.empty());
        tasks = new SessionTasks(peer, status, follower, requests, listed);
        InputRounds rounds = new InputRounds(peer, gathering, follower);
        sending =
                new Sending(
                        peer,
                        connecting,
                        rounds,
                        tasks,
                        toolHeaders,
                        lostAnswer,
                        http,
                        this::listAgain);
        tools = new Lister<>(Requests.TOOLS, around, this::unfit);
        prompts = new Lister<>(Requests.PROMPTS, around, any -> Optional.empty());
        resources = new Lister<>(Requests.RESOURCES, around, any -> Optional.empty());
        templates = new Lister<>(Requests.TEMPLATES, around, any -> Optional.empty());
        status.whenNotified(this::told);
        status.whenEnded(this::endWire);
    }

    private Revision revision() {
        return connecting.revision();
    }

    private void listAgain(CallOptions within) {
        tools.forget();
        listTools(within).await();
    }

    private void renewWishes(SpanContext within) {
        Duration most = options.connectTimeout();
        wishes.renew(peer, status, CallOptions.DEFAULT.withDeadlines(most, most).within(within));
    }

    private void told(String method, JsonNode params) {
        listers().forEach(lister -> lister.told(method));
        tasks.told(method, params);
    }

    private Opening opening(ServerConfig config, ClientHandlers handlers) {
        Discovery discovery =
                new Discovery(
                        peer,
                        wire,
                        revision ->
                                new StatelessEnvelope(
                                        revision,
                                        Extensions.declaring(capabilities, revision.era()),
                                        http,
                                        wishes::logLevel,
                                        toolHeaders::of));
        Handshake handshake = new Handshake(peer, wire, options, handlers);
        return new Opening(
                peer, discovery, handshake, OlderTransport.of(config, wire, options), era, options);
    }

    /// Starts or dials the server and comes to terms with it. The outcome of a second call is the
    /// first's.
    public synchronized Call<ServerDescription> connect() {
        Call<ServerDescription> call = connected;
        if (call == null) {
            TraceId trace = TraceId.random();
            SpanId span = spans.start(trace, null, SpanKind.CONNECT, "connect", "");
            call =
                    SteppedCall.start(
                            span, trace, "connect", () -> opened(connecting.run(trace, span)));
            connected = call;
        }
        return call;
    }

    private Outcome<ServerDescription> opened(Outcome<ServerDescription> outcome) {
        if (outcome instanceof Outcome.Ok<ServerDescription>(ServerDescription server)
                && options.listens()
                && connecting.era() == Era.MODERN) {
            listening.start(server);
        }
        return outcome;
    }

    public SessionState state() {
        return status.state();
    }

    /// What is known of the session beside its state.
    public SessionFacts facts() {
        return SessionFacts.of(
                connecting,
                wire,
                Extensions.declaring(capabilities, connecting.era()),
                listening.state(),
                wishes);
    }

    /// Chooses of which lists the server is asked to tell that they changed (`tools`, `prompts`,
    /// `resources`), from 2026-07-28 on; older servers tell unasked.
    public void listenTo(Set<String> lists) {
        listening.listenTo(lists);
    }

    /// What the server did wrong so far.
    public List<Warning> warnings() {
        return status.warnings();
    }

    /// The last lines of standard error, oldest first.
    public List<String> stderrTail(int lines) {
        return wire.stderrTail(lines);
    }

    public Call<Listing<Tool>> listTools(CallOptions options) {
        return tools.list(options);
    }

    public Call<Listing<Prompt>> listPrompts(CallOptions options) {
        return prompts.list(options);
    }

    public Call<Listing<Resource>> listResources(CallOptions options) {
        return resources.list(options);
    }

    public Call<Listing<ResourceTemplate>> listResourceTemplates(CallOptions options) {
        return templates.list(options);
    }

    /// Lets the next listings be asked for, though the server said that the last ones still hold.
    public void forgetListings() {
        listers().forEach(Lister::forget);
    }

    /// Has it found out anew of which era the server is, when it is connected next.
    public void forgetEra() {
        options.eras().forget(era);
    }

    /// Has the next listing of a kind go on where a limit stopped the last one.
    ///
    /// @param method such as `tools/list`
    public void goOnListing(String method) {
        listers().stream().filter(lister -> lister.lists(method)).forEach(Lister::goOn);
    }

    private List<Lister<?>> listers() {
        return List.of(tools, prompts, resources, templates);
    }

    /// `tools/call`.
    ///
    /// @param arguments an object
    public Call<ToolResult> callTool(String name, JsonNode arguments, CallOptions options) {
        ObjectNode params = JsonNodeFactory.instance.objectNode().put("name", name);
        params.set("arguments", arguments);
        return send(requests.tool(params), options);
    }

    /// `tools/call` as a task, where it is for the client to want one (2025-11-25); the server must
    /// have offered that, and the tool too.
    public Call<ToolResult> callAsTask(String name, JsonNode arguments, CallOptions options) {
        ObjectNode params = JsonNodeFactory.instance.objectNode().put("name", name);
        params.set("arguments", arguments);
        return send(tasks.asTask(requests.tool(params)), options);
    }

    /// The tasks that calls became.
    public SessionTasks tasks() {
        return tasks;
    }

    public Call<PromptResult> getPrompt(
            String name, Map<String, String> arguments, CallOptions options) {
        ObjectNode params = JsonNodeFactory.instance.objectNode().put("name", name);
        ObjectNode json = params.putObject("arguments");
        arguments.forEach(json::put);
        return send(requests.prompt(params), options);
    }

    public Call<ReadResult> readResource(String uri, CallOptions options) {
        JsonNode params = JsonNodeFactory.instance.objectNode().put("uri", uri);
        return send(requests.read(params), options);
    }

    /// Asks to hear of changes to a resource, which the [SessionListener] does, until it is
    /// unsubscribed: with `resources/subscribe`, or from 2026-07-28 on as a part of
    /// `subscriptions/listen`.
    public Call<JsonNode> subscribe(String uri, CallOptions options) {
        return watch(Wishes.SUBSCRIBE, uri, options, () -> listening.watch(uri, options));
    }

    public Call<JsonNode> unsubscribe(String uri, CallOptions options) {
        return watch(Wishes.UNSUBSCRIBE, uri, options, () -> listening.unwatch(uri));
    }

    private Call<JsonNode> watch(
            String method, String uri, CallOptions options, Supplier<Outcome<JsonNode>> listened) {
        if (connecting.era() == Era.MODERN) {
            return SteppedCall.start(SpanId.random(), options.trace(), method, listened);
        }
        return send(wishes.watch(method, uri), options);
    }

    /// `completion/complete`: what the server suggests for an argument.
    ///
    /// @param value what is typed so far
    /// @param others the other arguments so far, by name
    public Call<Completion> complete(
            Completable of,
            String argument,
            String value,
            Map<String, String> others,
            CallOptions options) {
        return send(
                Completion.request(of, argument, value, others, connecting.revision()), options);
    }

    /// `ping`, or `server/discover` where there is none; the value is the server's result.
    public Call<JsonNode> ping(CallOptions options) {
        String method = connecting.era() == Era.MODERN ? Opening.DISCOVER : "ping";
        return send(RpcRequest.plain(method, null), options);
    }

    /// Tells a server that shook hands that `roots/list` would be answered otherwise now; one
    /// without a handshake asks anew each time.
    public void rootsChanged() {
        if (status.era().equals(Optional.of(Era.LEGACY))) {
            peer.notify("notifications/roots/list_changed", null, TraceId.random(), null);
        }
    }

    /// `logging/setLevel`; without a handshake, the level goes with each later request, and this
    /// sends nothing.
    ///
    /// @param level such as `warning`; without a handshake, empty to ask for nothing any more
    public Call<JsonNode> setLogLevel(String level, CallOptions options) {
        if (connecting.era() == Era.MODERN) {
            wishes.logLevel(Optional.of(level).filter(wanted -> !wanted.isEmpty()));
            return new EndedCall<>(
                    SpanId.random(),
                    options.trace(),
                    new Outcome.Ok<>(JsonNodeFactory.instance.objectNode()));
        }
        return send(wishes.setLevel(level), options);
    }

    /// Any request, sent as given, but a tool that must be called as a task is. For replaying and
    /// for what has no method here; an answer to what has one is held to the same rules.
    public Call<JsonNode> request(String method, JsonNode params, CallOptions options) {
        return send(requests.any(method, params), options);
    }

    private <T> Call<T> send(RpcRequest<T> request, CallOptions options) {
        return send(request, options, options.trace());
    }

    private <T> Call<T> send(RpcRequest<T> request, CallOptions options, TraceId trace) {
        return sending.send(request, options, trace);
    }

    /// Learns how a tool wants to be called.
    ///
    /// @return why it must be left out, or empty: over HTTP, a tool whose arguments cannot go into
    ///   the headers that it wants
    private Optional<String> unfit(Tool tool) {
        tasks.learn(tool);
        if (!http || connecting.era() != Era.MODERN) {
            return Optional.empty();
        }
        lostAnswer.learn(tool);
        return toolHeaders.learn(tool);
    }

    private void endWire() {
        Thread.ofVirtual().name("end of " + spans.where()).start(() -> endWireNow());
    }

    private void endWireNow() {
        listening.stop();
        tasks.close();
        peer.shutDown();
        for (String left : wire.close(options.grace())) {
            status.warning("process-left", "processes could not be ended", left);
        }
    }

    /// Cancels what runs, ends the process tree or the HTTP session within the grace times, and
    /// waits for that.
    @Override
    public void close() {
        status.closed();
        endWireNow();
    }
}
