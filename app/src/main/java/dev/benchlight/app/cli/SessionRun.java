package dev.benchlight.app.cli;

import dev.benchlight.app.auth.Authorizations;
import dev.benchlight.app.auth.KeptTokens;
import dev.benchlight.app.auth.SignIn;
import dev.benchlight.app.connections.KnownEras;
import dev.benchlight.app.leftovers.RunningServers;
import dev.benchlight.app.traces.Redactor;
import dev.benchlight.app.workspace.InputException;
import dev.benchlight.app.workspace.SecretValues;
import dev.benchlight.app.workspace.ServerEntry;
import dev.benchlight.mcp.McpSession;
import dev.benchlight.mcp.ServerDescription;
import dev.benchlight.mcp.SessionListener;
import dev.benchlight.mcp.SessionOptions;
import dev.benchlight.mcp.Warning;
import dev.benchlight.mcp.rpc.Call;
import dev.benchlight.mcp.rpc.CallOptions;
import dev.benchlight.mcp.rpc.Outcome;
import dev.benchlight.mcp.rpc.Problem;
import dev.benchlight.mcp.wire.ServerConfig;
import dev.benchlight.trace.TraceRecorder;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// Runs a command that talks to a server: connects, acts, prints, and only then ends the server.
final class SessionRun {
    private static final String PATIENCE =
            "--timeout 2m (nothing heard), --max-time 30m (one request in all).";

    private final Surroundings around;
    private final Targets target;
    private final SessionSettings settings;
    private final ServerConfig config;
    private final McpSession session;
    private final Interruption interruption;
    private final Steps steps;
    private final TraceRecorder recorder;

    private SessionRun(
            Surroundings around,
            Targets target,
            SessionSettings settings,
            ServerConfig config,
            McpSession session,
            Interruption interruption,
            Steps steps,
            TraceRecorder recorder) {
        this.around = around;
        this.target = target;
        this.settings = settings;
        this.config = config;
        this.session = session;
        this.interruption = interruption;
        this.steps = steps;
        this.recorder = recorder;
    }

    /// @return the exit code
    static int run(Surroundings around, Printer printer) throws InputException {
        Targets target = Targets.of(around);
        Invocation invocation = around.invocation();
        SessionCommand command = SessionCommand.of(invocation, target.words(), around.console());
        SessionSettings settings = SessionSettings.of(invocation, around.console());
        if (command instanceof InspectCommand) {
            around.remark(target.entry());
        }
        Redactor redactor = new Redactor();
        Steps steps = new Steps(redactor::redact);
        SignIn.Desk desk = TerminalSignIn.desk(invocation, around.console(), steps);
        OptionAnswers answers =
                OptionAnswers.of(around, sentence -> printer.told(redactor.redact(sentence)));
        Approval.check(around, target.entry());
        ServerConfig config = settings.applied(resolved(around, target.entry(), redactor));
        redactor.add(SecretValues.in(config));
        try (Interruption interruption = new Interruption();
                Recording recording =
                        new Recording(
                                invocation.has("--no-trace") ? null : around.data(),
                                redactor,
                                printer::late)) {
            SessionOptions options =
                    new Authorizations(
                                    new KeptTokens(around.secrets()),
                                    desk,
                                    secret -> redactor.add(List.of(secret)),
                                    recording.and(steps),
                                    around.console().environment())
                            .applied(options(around, settings, command), config);
            TaskLines tasks = new TaskLines(around.console());
            McpSession session =
                    new McpSession(
                            config,
                            options,
                            answers,
                            recording.and(steps),
                            listener(around, tasks, redactor));
            tasks.watch(session);
            List<Warning> warnings = new ArrayList<>();
            int exit;
            try (session) {
                Reply done =
                        new SessionRun(
                                        around,
                                        target,
                                        settings,
                                        config,
                                        session,
                                        interruption,
                                        steps,
                                        recording)
                                .reply(command);
                Reply reply = recording.isKept() ? done : done.unrecorded();
                warnings.addAll(around.warnings());
                warnings.addAll(recording.warnings());
                warnings.addAll(session.warnings());
                exit = printer.print(reply.with(warnings).redacted(redactor::redact));
            }
            left(session.warnings(), warnings).forEach(printer::late);
            return exit;
        }
    }

    /// A report tells how the server's era was found out, so it is found out.
    private static SessionOptions options(
            Surroundings around, SessionSettings settings, SessionCommand command) {
        SessionOptions options = settings.session().with(RunningServers.in(around.data()));
        return command instanceof InspectCommand
                ? options
                : options.with(KnownEras.in(around.data()));
    }

    /// What could not be ended, which is known only when all is printed.
    static List<String> left(List<Warning> now, List<Warning> told) {
        return now.stream()
                .filter(warning -> warning.code().equals("process-left"))
                .filter(warning -> !told.contains(warning))
                .flatMap(warning -> warning.samples().stream())
                .toList();
    }

    private static ServerConfig resolved(Surroundings around, ServerEntry entry, Redactor redactor)
            throws InputException {
        return entry.origin() == ServerEntry.Origin.FILE
                ? around.environment()
                        .telling(secret -> redactor.add(List.of(secret)))
                        .resolve(entry)
                : entry.config();
    }

    private Reply reply(SessionCommand command) {
        Call<ServerDescription> connect = session.connect();
        long start = System.nanoTime();
        Reply reply;
        switch (interruption.await(connect)) {
            case Outcome.Ok<ServerDescription>(ServerDescription server) -> {
                try {
                    reply = command.run(this, server);
                    if (reply.duration() != null) {
                        return reply;
                    }
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

    /// With its secrets.
    ServerConfig config() {
        return config;
    }

    Surroundings around() {
        return around;
    }

    Steps steps() {
        return steps;
    }

    /// Of what does not go through the session.
    TraceRecorder recorder() {
        return recorder;
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
        Problem problem = outcome.problem();
        if (WantedPages.isWanted(outcome)) {
            problem = WantedPages.problem(problem);
        }
        if (problem.code().equals("task-outlived-call")) {
            problem =
                    problem.withHint(
                            "wait longer with --max-time 30m, or take it up again with"
                                    + " benchlight task TARGET ID, where the server outlives this"
                                    + " command");
        } else if (outcome instanceof Outcome.TimedOut<?>) {
            String said = problem.hint() == null ? "wait longer" : problem.hint();
            String longer = said.endsWith("wait longer") ? ": " : "; or wait longer: ";
            problem = problem.withHint(said + longer + PATIENCE);
        }
        return Reply.failed(Exit.of(outcome), problem);
    }

    /// Does what is no call, and can be cancelled all the same.
    <T> T during(Runnable cancel, Supplier<T> work) {
        return interruption.during(cancel, work);
    }

    /// Whether Ctrl+C came, and what to say then.
    Optional<Problem> interrupted() {
        return interruption.problem();
    }

    <T> Outcome<T> await(Call<T> call) {
        return interruption.await(call);
    }

    CallOptions callOptions() {
        return settings.calls();
    }

    private static SessionListener listener(
            Surroundings around, TaskLines tasks, Redactor redactor) {
        Console console = around.console();
        boolean verbose = around.invocation().has("--verbose");
        boolean quiet = around.invocation().has("--quiet") || around.invocation().has("--json");
        return new SessionListener() {
            @Override
            public void stderr(String line) {
                if (verbose) {
                    console.err().println("server: " + Visible.line(redactor.redact(line)));
                    console.err().flush();
                }
            }

            @Override
            public void tasksChanged() {
                if (verbose || (console.terminal() && !quiet)) {
                    tasks.changed();
                }
            }
        };
    }
}
