package dev.benchlight.mcp;

import dev.benchlight.mcp.ScriptedWire.Sent;
import dev.benchlight.mcp.rpc.Answer;
import dev.benchlight.mcp.rpc.Question;
import dev.benchlight.mcp.wire.ServerConfig;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;

/// A scripted server whose tool calls become tasks. Results are written with `'` for `"`.
final class TaskServer {
    /// What a task of 2026-07-28 has beside its status.
    static final String REST =
            "'createdAt':'2026-01-01T00:00:00Z','lastUpdatedAt':'2026-01-01T00:00:00Z','ttlMs':null,"
                    + "'pollIntervalMs':0";

    static final String CREATED = "{'resultType':'task'," + task("working") + "}";
    static final String DONE =
            "{" + task("completed") + ",'result':{'content':[{'type':'text','text':'done'}]}}";

    final EventLog log = new EventLog();
    final List<String> asked = new CopyOnWriteArrayList<>();
    private final Map<String, BiConsumer<ScriptedWire, Sent>> takenOver = new ConcurrentHashMap<>();
    private final Map<String, List<String>> answers = new ConcurrentHashMap<>();
    private final ScriptedWire wire = new ScriptedWire(this::hear);
    private Optional<McpSession> open = Optional.empty();
    private Runnable changed = () -> {};

    static String task(String status) {
        return "'taskId':'t-1','status':'" + status + "'," + REST;
    }

    /// A notification of the subscription that was asked for.
    ///
    /// @param method without `notifications/`
    static String told(Sent listen, String method, String params) {
        String named =
                params.replaceFirst(
                        "}$",
                        ",'_meta':{'io.modelcontextprotocol/subscriptionId':" + listen.id() + "}}");
        return ("{'jsonrpc':'2.0','method':'notifications/" + method + "','params':" + named + "}")
                .replace('\'', '"');
    }

    /// Answers requests of a method with these in turn, the last one again and again; what begins
    /// with `!` is an error.
    TaskServer answering(String method, String... results) {
        answers.put(method, new CopyOnWriteArrayList<>(results));
        return this;
    }

    /// Leaves requests of a method to somebody else.
    TaskServer leaving(String method, BiConsumer<ScriptedWire, Sent> to) {
        takenOver.put(method, to);
        return this;
    }

    TaskServer declaring(String capabilities) {
        wire.declaring(capabilities.replace('\'', '"'));
        return this;
    }

    TaskServer telling(Runnable newChanged) {
        changed = newChanged;
        return this;
    }

    private void hear(ScriptedWire to, Sent sent) {
        List<String> left = answers.get(sent.method());
        if (takenOver.containsKey(sent.method())) {
            takenOver.get(sent.method()).accept(to, sent);
        } else if (sent.method().equals("server/discover")) {
            to.result(
                    sent,
                    "{\"supportedVersions\":[\"2026-07-28\"],\"capabilities\":{\"tools\":{},"
                            + "\"extensions\":{\"io.modelcontextprotocol/tasks\":{}}}}");
        } else if (left != null) {
            String next = left.size() > 1 ? left.removeFirst() : left.getFirst();
            String json = next.replace('\'', '"');
            if (json.startsWith("!")) {
                to.error(sent, json.substring(1));
            } else {
                to.result(sent, json);
            }
        }
    }

    McpSession session(Revision revision) {
        McpSession session =
                new McpSession(
                        new ServerConfig.Stdio("s", "none", List.of(), Map.of(), null),
                        SessionOptions.DEFAULT.speaking(revision),
                        new Answering(),
                        log,
                        new SessionListener() {
                            @Override
                            public void tasksChanged() {
                                changed.run();
                            }
                        },
                        wire);
        open = Optional.of(session);
        session.connect().await();
        return session;
    }

    McpSession modern() {
        return session(Revision.R2026_07_28);
    }

    ScriptedWire wire() {
        return wire;
    }

    void close() {
        open.ifPresent(McpSession::close);
    }

    static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text.replace('\'', '"'));
    }

    private final class Answering implements ClientHandlers {
        @Override
        public Optional<JsonNode> capabilities() {
            return Optional.of(json("{'elicitation':{}}"));
        }

        @Override
        public Answer answer(String server, Question question) {
            asked.add(question.method() + " " + question.params());
            return new Answer.Result(json("{'action':'decline'}"));
        }
    }
}
