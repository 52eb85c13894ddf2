package dev.benchlight.app.ui.tasks;

import dev.benchlight.app.connections.Connection;
import dev.benchlight.app.ui.fx.VisibleText;
import dev.benchlight.app.ui.result.CallModel;
import dev.benchlight.app.ui.result.Request;
import dev.benchlight.app.ui.result.ResultPane;
import dev.benchlight.app.ui.result.TabServices;
import dev.benchlight.mcp.SessionTasks;
import dev.benchlight.mcp.rpc.Call;
import dev.benchlight.mcp.rpc.CallOptions;
import dev.benchlight.mcp.rpc.Outcome;
import dev.benchlight.mcp.tasks.TaskRun;

import tools.jackson.databind.node.JsonNodeFactory;

import java.util.Optional;
import java.util.function.Function;

/// What can be done about a task of a server. JavaFX thread only.
record TaskActions(Connection connection, TabServices services) {
    private static final double WIDTH = 760;
    private static final double HEIGHT = 460;

    /// Has the server list its tasks, those of other sessions too.
    void list() {
        ask(tasks -> tasks.list(CallOptions.DEFAULT));
    }

    void poll(TaskRun run) {
        ask(tasks -> tasks.poll(run.task().id(), CallOptions.DEFAULT));
    }

    /// The server need not obey, so it is asked what came of it.
    void cancel(TaskRun run) {
        Thread.ofVirtual()
                .name("cancel task")
                .start(() ->
                        connection
                                .session()
                                .ifPresent(session -> {
                                    String id = run.task().id();
                                    tell(session.tasks().cancel(id, CallOptions.DEFAULT).await());
                                    tell(session.tasks().poll(id, CallOptions.DEFAULT).await());
                                }));
    }

    private void ask(Function<SessionTasks, Call<?>> question) {
        Thread.ofVirtual()
                .name("ask for task")
                .start(() ->
                        connection
                                .session()
                                .ifPresent(
                                        session -> tell(question.apply(session.tasks()).await())));
    }

    private void tell(Outcome<?> outcome) {
        if (outcome instanceof Outcome.NotOk<?> failed) {
            String sentence = VisibleText.sentence(failed.problem().message());
            services.batcher().run(() -> services.workbench().problem(sentence));
        }
    }

    /// Waits for the end of the task in a window of its own.
    void result(TaskRun run) {
        CallModel model =
                new CallModel(
                        (_, options) ->
                                connection
                                        .session()
                                        .map(s -> s.tasks().resume(run.task().id(), options)),
                        services.batcher()::run);
        ResultPane pane =
                new ResultPane(
                        services,
                        connection.entry().name(),
                        model,
                        new ResultPane.Tab(_ -> {}, () -> {}, Optional::empty));
        pane.setPrefSize(WIDTH, HEIGHT);
        Runnable end =
                connection.subscribe(_ ->
                        services.batcher()
                                .run(() ->
                                        connection
                                                .session()
                                                .ifPresent(s -> model.told(s.tasks().all()))));
        var params = JsonNodeFactory.instance.objectNode().put("name", run.tool());
        services.dialogs()
                .show(
                        "Task " + VisibleText.name(run.task().shortId()),
                        pane,
                        () -> {
                            end.run();
                            model.leave();
                            pane.close();
                        });
        model.run(new Request("tools/call", params));
    }
}
