package dev.benchlight.app.cli;

import dev.benchlight.app.traces.Redactor;
import dev.benchlight.app.workspace.InputException;
import dev.benchlight.app.workspace.SecretValues;
import dev.benchlight.app.workspace.ServerEntry;
import dev.benchlight.mcp.ClientHandlers;
import dev.benchlight.mcp.McpSession;
import dev.benchlight.mcp.Revision;
import dev.benchlight.mcp.ServerDescription;
import dev.benchlight.mcp.SessionListener;
import dev.benchlight.mcp.SessionOptions;
import dev.benchlight.mcp.Warning;
import dev.benchlight.mcp.rpc.Call;
import dev.benchlight.mcp.rpc.CallOptions;
import dev.benchlight.mcp.rpc.Outcome;
import dev.benchlight.mcp.rpc.Progress;
import dev.benchlight.mcp.wire.Limits;
import dev.benchlight.mcp.wire.ServerConfig;
import dev.benchlight.trace.TraceRecorder;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Runs a command that talks to a server: connects, acts, prints, and only then ends the server.
final class SessionRun {
    private final Surroundings around;
    private final Targets target;
    private final McpSession session;
    private final Interruption interruption;
    private final Steps steps;

    private SessionRun(
            Surroundings around,
            Targets target,
            McpSession session,
            Interruption interruption,
            Steps steps) {
        this.around = around;
        this.target = target;
        this.session = session;
        this.interruption = interruption;
        this.steps = steps;
    }

    /// @return the exit code
    static int run(Surroundings around, Printer printer) throws InputException {
        Targets target = Targets.of(around);
        Invocation invocation = around.invocation();
        SessionCommand command = SessionCommand.of(invocation, target.words(), around.console());
        SessionOptions options = options(invocation);
        if (command instanceof InspectCommand) {
            around.remark(target.entry());
        }
        Approval.check(around, target.entry());
        Redactor redactor = new Redactor();
        ServerConfig config = config(around, target.entry(), redactor);
        redactor.add(SecretValues.in(config));
        Steps steps = new Steps();
        try (Interruption interruption = new Interruption();
                Recording recording =
                        new Recording(
                                invocation.has("--no-trace") ? null : around.data(), redactor)) {
            TraceRecorder recorder = recording.and(steps);
            try (McpSession session =
                    new McpSession(
                            config, options, ClientHandlers.NONE, recorder, listener(around))) {
                SessionRun run = new SessionRun(around, target, session, interruption, steps);
                Reply reply = run.reply(command);
                List<Warning> warnings = new ArrayList<>(around.warnings());
                warnings.addAll(recording.warnings());
                warnings.addAll(session.warnings());
                return printer.print(reply.with(warnings));
            }
        }
    }

    private Reply reply(SessionCommand command) {
        Call<ServerDescription> connect = session.connect();
        long start = System.nanoTime();
        Reply reply;
        switch (interruption.await(connect)) {
            case Outcome.Ok<ServerDescription>(ServerDescription server) -> {
                try {
                    return command.run(this, server);
                } catch (InputException e) {
                    reply = Reply.failed(e.problem());
                }
            }
            case Outcome.NotOk<ServerDescription> failed ->
                    reply = command.notConnected(this, failed);
        }
        return reply.with(connect.trace(), Duration.ofNanos(System.nanoTime() - start));
    }

    McpSession session() {
        return session;
    }

    Targets target() {
        return target;
    }

    Surroundings around() {
        return around;
    }

    Steps steps() {
        return steps;
    }

    /// Waits for a call and makes a reply of a good outcome.
    <T> Reply reply(Call<T> call, Function<T, Reply> good) {
        Outcome<T> outcome = interruption.await(call);
        Reply reply =
                switch (outcome) {
                    case Outcome.Ok<T>(T value) -> good.apply(value);
                    case Outcome.ToolError<T>(T value, var problem) ->
                            good.apply(value).with(Exit.SERVER_ERROR, problem);
                    case Outcome.NotOk<T> failed -> failed(failed);
                };
        return reply.with(call.trace(), call.metrics().duration());
    }

    static Reply failed(Outcome.NotOk<?> outcome) {
        return Reply.failed(Exit.of(outcome), outcome.problem());
    }

    <T> Outcome<T> await(Call<T> call) {
        return interruption.await(call);
    }

    CallOptions callOptions() throws InputException {
        Invocation invocation = around.invocation();
        CallOptions options =
                CallOptions.DEFAULT.withDeadlines(
                        invocation.duration("--timeout", CallOptions.DEFAULT.idle()),
                        invocation.duration("--max-time", CallOptions.DEFAULT.maximum()));
        Console console = around.console();
        boolean shown =
                console.terminal() && !invocation.has("--quiet") && !invocation.has("--json");
        return shown ? options.withProgress(progress -> show(console, progress)) : options;
    }

    private static void show(Console console, Progress progress) {
        String of =
                progress.total().isPresent() ? "/" + number(progress.total().getAsDouble()) : "";
        String message = progress.message() == null ? "" : " " + Visible.line(progress.message());
        console.err().println("progress " + number(progress.progress()) + of + message);
        console.err().flush();
    }

    private static String number(double value) {
        return value == Math.rint(value) ? "%.0f".formatted(value) : Double.toString(value);
    }

    private static SessionListener listener(Surroundings around) {
        if (!around.invocation().has("--verbose")) {
            return new SessionListener() {};
        }
        Console console = around.console();
        return new SessionListener() {
            @Override
            public void stderr(String line) {
                console.err().println("server: " + Visible.line(line));
                console.err().flush();
            }
        };
    }

    private static SessionOptions options(Invocation invocation) throws InputException {
        return new SessionOptions(
                revision(invocation),
                invocation.duration("--timeout", SessionOptions.DEFAULT.connectTimeout()),
                invocation.duration("--grace", Duration.ofMillis(100)),
                Limits.DEFAULT);
    }

    private static Revision revision(Invocation invocation) throws InputException {
        String wanted = invocation.value("--revision");
        if (wanted == null || wanted.equals("auto")) {
            return Revision.LATEST;
        }
        List<String> known = new ArrayList<>();
        for (Revision revision : Revision.values()) {
            known.add(revision.version());
        }
        return Revision.of(wanted)
                .orElseThrow(() ->
                        new InputException(
                                "unknown-revision",
                                "This version does not speak the revision "
                                        + Visible.line(wanted)
                                        + ".",
                                "There is auto, " + String.join(", ", known) + "."));
    }

    private static ServerConfig config(Surroundings around, ServerEntry entry, Redactor redactor)
            throws InputException {
        Invocation invocation = around.invocation();
        ServerConfig config =
                entry.origin() == ServerEntry.Origin.FILE
                        ? around.environment()
                                .telling(secret -> redactor.add(List.of(secret)))
                                .resolve(entry.config())
                        : entry.config();
        String transport = invocation.value("--transport");
        if (transport != null && !List.of("auto", "http").contains(transport)) {
            throw new InputException(
                    "unknown-transport",
                    "This version does not speak the transport " + Visible.line(transport) + ".",
                    "There is auto and http.");
        }
        Map<String, String> headers = Arguments.headers(invocation.values("--header"));
        return switch (config) {
            case ServerConfig.Http http -> {
                Map<String, String> all = new LinkedHashMap<>(http.headers());
                all.putAll(headers);
                yield new ServerConfig.Http(http.name(), http.url(), all);
            }
            case ServerConfig.Stdio stdio when !headers.isEmpty() || "http".equals(transport) ->
                    throw new InputException(
                            "usage",
                            "--header and --transport are for a URL; this server is a command.");
            case ServerConfig.Stdio stdio -> stdio;
        };
    }
}
