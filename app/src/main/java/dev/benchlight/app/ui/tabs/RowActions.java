package dev.benchlight.app.ui.tabs;

import dev.benchlight.app.connections.Connection;
import dev.benchlight.app.connections.Connections;
import dev.benchlight.app.traces.TraceDetail;
import dev.benchlight.app.ui.fx.Dialogs;
import dev.benchlight.app.ui.fx.FxBatcher;
import dev.benchlight.app.ui.result.ConnectionExchange;
import dev.benchlight.app.ui.result.Request;
import dev.benchlight.app.ui.result.Run;
import dev.benchlight.app.ui.result.SaveAs;
import dev.benchlight.app.ui.result.Subject;
import dev.benchlight.app.ui.traces.TraceActions;
import dev.benchlight.app.ui.workbench.Workbench;
import dev.benchlight.mcp.rpc.Call;
import dev.benchlight.mcp.rpc.CallOptions;
import dev.benchlight.mcp.rpc.Outcome;
import dev.benchlight.trace.Frame;

import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

import tools.jackson.databind.JsonNode;

import java.util.Optional;

/// Sends a recorded request again, as it was or changed in a tab. JavaFX thread only.
public final class RowActions implements TraceActions {
    private final Connections connections;
    private final FxBatcher batcher;
    private final Dialogs dialogs;
    private final Workbench workbench;
    private final Recalled recalled;

    public RowActions(
            Connections connections,
            FxBatcher batcher,
            Dialogs dialogs,
            Workbench workbench,
            Recalled recalled) {
        this.connections = connections;
        this.batcher = batcher;
        this.dialogs = dialogs;
        this.workbench = workbench;
        this.recalled = recalled;
    }

    @Override
    public void rerun(TraceDetail detail) {
        String server = detail.row().where();
        Optional<RecordedRequest> request = RecordedRequest.of(detail);
        Optional<? extends Connection> connection =
                connections.find(server).filter(c -> c.session().isPresent());
        if (request.isEmpty()) {
            workbench.problem("Not sent: no complete request is kept for this row.");
        } else if (!request.get().canBeSentAgain()) {
            workbench.problem(
                    "Not sent: " + request.get().request().method() + " belongs to its session.");
        } else if (request.get().hidesSecret()) {
            workbench.problem(
                    "Not sent: a secret in this request was not recorded. Edit and replay it.");
        } else if (connection.isEmpty()) {
            workbench.problem("Not sent: “" + server + "” is not connected. Connect it first.");
        } else {
            confirm(connection.get(), request.get());
        }
    }

    private void confirm(Connection connection, RecordedRequest recorded) {
        String server = connection.snapshot().entry().name();
        Optional<Dialogs.Question> caution =
                Replay.of(server, recorded.text())
                        .map(replay -> CallTabs.subject(replay.place()))
                        .flatMap(subject -> caution(connection, subject));
        caution.ifPresentOrElse(
                question -> dialogs.ask(question, () -> send(connection, recorded.request())),
                () -> send(connection, recorded.request()));
    }

    private static Optional<Dialogs.Question> caution(Connection connection, Subject subject) {
        return subject.find(connection.snapshot().catalogue())
                .flatMap(listed -> subject.caution(connection.snapshot().entry().name(), listed));
    }

    private void send(Connection connection, Request request) {
        workbench.toast("Sent " + request.method() + " again");
        Thread.ofVirtual()
                .name("rerun")
                .start(() -> {
                    Optional<Outcome<JsonNode>> outcome =
                            new ConnectionExchange(connection)
                                    .send(request, CallOptions.DEFAULT)
                                    .map(Call::await);
                    if (outcome.orElse(null) instanceof Outcome.NotOk<JsonNode> failure) {
                        batcher.run(() ->
                                workbench.problem(
                                        request.method()
                                                + ", sent again: "
                                                + failure.problem().message()));
                    }
                });
    }

    @Override
    public void editAndReplay(TraceDetail detail) {
        Thread.ofVirtual()
                .name("replay")
                .start(() -> {
                    Optional<RecordedRequest> request = RecordedRequest.of(detail);
                    Optional<Replay> replay =
                            request.flatMap(r -> Replay.of(detail.row().where(), r.text()));
                    Optional<Run> run = request.flatMap(r -> RecordedRun.of(detail, r.request()));
                    batcher.run(() ->
                            replay.ifPresentOrElse(
                                    found -> open(found, run), () -> notReplayed(detail)));
                });
    }

    private void open(Replay replay, Optional<Run> run) {
        Runnable open = () -> workbench.open(replay.place(), replay.draft());
        run.ifPresentOrElse(recorded -> recalled.during(replay, recorded, open), open);
    }

    private void notReplayed(TraceDetail detail) {
        workbench.problem(
                detail.request().filter(Frame::givenUp).isPresent()
                        ? "The bytes of this request were given up for newer ones."
                        : "Only a complete tool call, prompt or reading of a resource can be"
                                + " edited and replayed.");
    }

    @Override
    public void save(String suggestedName, byte[] bytes) {
        new SaveAs(dialogs, batcher, workbench).save(suggestedName, bytes);
    }

    @Override
    public void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
        workbench.toast("Copied");
    }
}
