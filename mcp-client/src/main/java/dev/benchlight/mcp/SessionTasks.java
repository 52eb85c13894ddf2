package dev.benchlight.mcp;

import dev.benchlight.mcp.rpc.Call;
import dev.benchlight.mcp.rpc.CallOptions;
import dev.benchlight.mcp.rpc.Layer;
import dev.benchlight.mcp.rpc.Outcome;
import dev.benchlight.mcp.rpc.Problem;
import dev.benchlight.mcp.rpc.RpcPeer;
import dev.benchlight.mcp.rpc.RpcRequest;
import dev.benchlight.mcp.tasks.Task;
import dev.benchlight.mcp.tasks.TaskRules;
import dev.benchlight.mcp.tasks.TaskRun;
import dev.benchlight.trace.SpanContext;
import dev.benchlight.trace.SpanId;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The tasks of a session: work that the server goes on with after its answer, in the way of the
/// revision agreed on. A call that becomes a task waits for its end by itself; this is for seeing
/// them, and for those that nobody waits for. Thread-safe; no method blocks.
public final class SessionTasks {
    private static final String CALL = "tools/call";
    private static final String LIST = "tasks/list";

    private final RpcPeer peer;
    private final SessionStatus status;
    private final TaskBook book;
    private final TaskFollower follower;
    private final Requests requests;
    private final Lister<Task> lister;
    private final Learned<String> support = new Learned<>();

    SessionTasks(
            RpcPeer peer,
            SessionStatus status,
            TaskFollower follower,
            Requests requests,
            Lister<Task> lister) {
        this.peer = peer;
        this.status = status;
        book = follower.book();
        this.follower = follower;
        this.requests = requests;
        this.lister = lister;
    }

    /// The tasks of this session that were heard of, oldest first; of those that ended, the last.
    public List<TaskRun> all() {
        return book.all();
    }

    /// The task that a call became, if it did.
    public Optional<TaskRun> of(SpanId call) {
        return all().stream().filter(run -> run.call().span().equals(call)).findFirst();
    }

    /// `tasks/get`.
    public Call<Task> poll(String id, CallOptions options) {
        Optional<Problem> missing = missing();
        if (missing.isPresent()) {
            return peer.unsent(
                    TaskRequests.GET, options, new Outcome.ProtocolViolation<>(missing.get()));
        }
        Call<Task> call =
                peer.request(
                        TaskRequests.get(id, follower.reader().get()), options, options.trace());
        SpanContext context = new SpanContext(call.trace(), call.span());
        return SteppedCall.following(
                call.span(),
                call.trace(),
                TaskRequests.GET,
                () -> {
                    if (call.await() instanceof Outcome.Ok<Task>(Task task)) {
                        book.polled(task, context);
                    }
                    return call;
                });
    }

    /// Waits for the end of a task by its id, also of one of an earlier session; the result of its
    /// tool is the call's, and cancelling the call cancels the task.
    public Call<JsonNode> resume(String id, CallOptions options) {
        RpcRequest<JsonNode> request =
                requests.tool(JsonNodeFactory.instance.objectNode()).map(ToolResult::json);
        Call<Task> first = poll(id, options);
        SpanContext context = new SpanContext(first.trace(), first.span());
        return SteppedCall.start(
                first.span(),
                first.trace(),
                CALL,
                () ->
                        switch (first.await()) {
                            case Outcome.Ok<Task>(Task task) ->
                                    follower.follow(request, options, context, task, true);
                            case Outcome.NotOk<Task> failed -> failed.map(Task::json);
                        });
    }

    /// `tasks/cancel`. The server need not obey, and tells by the task's state what came of it.
    public Call<JsonNode> cancel(String id, CallOptions options) {
        return missing()
                .map(problem ->
                        peer.<JsonNode>unsent(
                                TaskRequests.CANCEL,
                                options,
                                new Outcome.ProtocolViolation<>(problem)))
                .orElseGet(() -> peer.request(TaskRequests.cancel(id), options, options.trace()));
    }

    /// `tasks/list`, which only 2025-11-25 has; what is listed stands in [#all] then.
    public Call<Listing<Task>> list(CallOptions options) {
        if (rules() == TaskRules.EXPERIMENTAL) {
            Call<Listing<Task>> call = lister.list(options);
            SpanContext context = new SpanContext(call.trace(), call.span());
            return SteppedCall.following(
                    call.span(),
                    call.trace(),
                    LIST,
                    () -> {
                        if (call.await() instanceof Outcome.Ok<Listing<Task>>(var listing)) {
                            book.listed(listing.items(), context);
                        }
                        return call;
                    });
        }
        String text = "the revision agreed on has no list of tasks";
        return peer.unsent(
                LIST,
                options,
                new Outcome.ProtocolViolation<>(
                        Problem.of("capability-missing", Layer.PROTOCOL, text)));
    }

    /// Whether a tool, as it was last listed, lets the client call it as a task.
    public boolean mayBeTask(String tool) {
        return takesTasks() && Set.of("optional", "required").contains(support.of(tool).orElse(""));
    }

    /// Whether a tool, as it was last listed, is called as a task and in no other way.
    public boolean mustBeTask(String tool) {
        return takesTasks() && support.of(tool).orElse("").equals("required");
    }

    /// Whether the server lists its tasks.
    public boolean canList() {
        return rules() == TaskRules.EXPERIMENTAL && declares("/capabilities/tasks/list");
    }

    private TaskRules rules() {
        return follower.reader().get().rules();
    }

    /// What keeps requests about tasks from being sent.
    private Optional<Problem> missing() {
        boolean none =
                switch (rules()) {
                    case NONE -> true;
                    case EXPERIMENTAL -> !status.offers("tasks");
                    case EXTENSION -> false;
                };
        String text = "the server offers no tasks: it did not declare that capability";
        return none
                ? Optional.of(Problem.of("capability-missing", Layer.PROTOCOL, text))
                : Optional.empty();
    }

    private boolean takesTasks() {
        return rules().askedFor() && declares("/capabilities/tasks/requests/tools/call");
    }

    private boolean declares(String pointer) {
        return status.server().filter(server -> server.json().at(pointer).isObject()).isPresent();
    }

    void learn(Tool tool) {
        String said = tool.json().at("/execution/taskSupport").asString("");
        if (said.isEmpty()) {
            support.remove(tool.name());
        } else {
            support.put(tool.name(), said);
        }
    }

    /// Whether a request wants to become a task.
    boolean wants(RpcRequest<?> request) {
        JsonNode params = request.params();
        return rules().askedFor() && params != null && params.has("task");
    }

    /// The request as the tool wants it: as a task, where it allows nothing else ("Tool-Level
    /// Negotiation", 2025-11-25).
    <T> RpcRequest<T> fitting(RpcRequest<T> request) {
        boolean must = request.method().equals(CALL) && mustBeTask(request.name());
        return must && !wants(request) ? asTask(request) : request;
    }

    <T> RpcRequest<T> asTask(RpcRequest<T> request) {
        return request.with(
                asTask(
                        request.params() instanceof ObjectNode object
                                ? object
                                : JsonNodeFactory.instance.objectNode()));
    }

    /// The params of a request that wants to become a task, where [#mayBeTask].
    public static ObjectNode asTask(ObjectNode params) {
        ObjectNode wanting = params.deepCopy();
        wanting.putObject("task");
        return wanting;
    }

    /// A notification, which may be of a task.
    void told(String method, JsonNode params) {
        TaskReader reader = follower.reader().get();
        if (!method.equals(reader.rules().notification())) {
            return;
        }
        String id = params.path("taskId").asString("");
        switch (reader.state(method, id, params)) {
            case Outcome.Ok<Task>(Task task) -> book.told(task);
            case Outcome.NotOk<Task> bad ->
                    status.warning(
                            "bad-task-notification",
                            "notifications of tasks are not as they must be",
                            bad.problem().message());
        }
    }

    void close() {
        book.close();
    }
}
