package dev.benchlight.app.ui.result;

import dev.benchlight.app.connections.Connection;
import dev.benchlight.app.connections.ConnectionSnapshot;
import dev.benchlight.app.ui.form.ArgumentsEditor;
import dev.benchlight.app.ui.form.Validity;
import dev.benchlight.app.ui.fx.Dialogs;
import dev.benchlight.app.ui.workbench.TabContent;
import dev.benchlight.mcp.SessionState;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;

import org.kordamp.ikonli.feather.Feather;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A tab that calls one thing of one server. It works while the server is away, and follows what
/// the server lists; what the user typed is never touched. JavaFX thread only.
public final class CallTab implements TabContent {
    private static final JsonNode ANYTHING = JsonNodeFactory.instance.objectNode();

    private final TabServices services;
    private final Connection connection;
    private final Subject subject;
    private final CallModel model;
    private final CallLayout layout;
    private final ResultPane result;
    private final Consent consent;
    private final List<Runnable> onClose = new ArrayList<>();
    private final ReadOnlyStringWrapper draft = new ReadOnlyStringWrapper("");
    private Optional<JsonNode> definition = Optional.empty();
    private JsonNode schema = ANYTHING;
    private ArgumentsEditor editor;
    private boolean runWhenReady;

    /// What was still to come when the tab was closed has no effect.
    private boolean closed;

    /// @param startDraft as in [dev.benchlight.app.ui.workbench.TabFactory#open]
    public CallTab(
            TabServices services,
            Connection connection,
            Exchange exchange,
            Subject subject,
            Consent consent,
            String startDraft) {
        this.services = services;
        this.connection = connection;
        this.subject = subject;
        this.consent = consent;
        String server = connection.snapshot().entry().name();
        model = new CallModel(exchange, services.batcher()::run);
        result =
                new ResultPane(
                        services,
                        server,
                        model,
                        new ResultPane.Tab(
                                request ->
                                        replace(
                                                request.arguments().toPrettyString(),
                                                "The arguments of an earlier call are here."),
                                this::restart,
                                () -> definition.flatMap(d -> d.optional("outputSchema"))));
        layout = new CallLayout(server, subject, result, new Actions());
        editor = newEditor(startDraft);
        onClose.add(
                connection.subscribe(snapshot -> services.batcher().run(() -> follow(snapshot))));
        follow(connection.snapshot());
        onClose.add(connection.onNotification(result::heard));
        model.runningProperty().addListener((_, _, _) -> layout.running(model));
    }

    private ArgumentsEditor newEditor(String text) {
        boolean hadFocus = editor != null && isFocusIn(editor.node());
        ArgumentsEditor next =
                definition.isEmpty()
                        ? ArgumentsEditor.withoutSchema(services.batcher())
                        : new ArgumentsEditor(services.batcher(), schema);
        if (!text.isBlank()) {
            next.setText(text);
        }
        next.onTyped(() -> {
            draft.set(next.text());
            layout.undoLine().typed();
        });
        next.validityProperty().addListener((_, _, _) -> preview());
        subject.completable()
                .ifPresent(of -> next.completeWith(new ServerCompleter(services, connection, of)));
        editor = next;
        layout.editor(next.node());
        showEditor();
        draft.set(next.text());
        preview();
        if (hadFocus) {
            next.focusFirst();
        }
        return next;
    }

    /// While nobody knows what the arguments are, an empty editor would only look like a form.
    private void showEditor() {
        ConnectionSnapshot now = connection.snapshot();
        boolean tellable = ready(now) && now.catalogue().asked();
        editor.node().setVisible(definition.isPresent() || tellable || !isBlank(editor));
    }

    private static boolean isFocusIn(Node node) {
        Node at = node.getScene() == null ? null : node.getScene().getFocusOwner();
        while (at != null && !at.equals(node)) {
            at = at.getParent();
        }
        return at != null;
    }

    private void preview() {
        if (!subject.previews() || editor.validityProperty().get() instanceof Validity.Checking) {
            return;
        }
        JsonNode value = editor.value();
        layout.preview(value == null ? "" : subject.preview(value));
    }

    private void replace(String text, String what) {
        String before = editor.text();
        if (!text.equals(before)) {
            editor.setText(text);
            offerUndo(before, what);
        }
    }

    /// Nothing that was typed is lost, also not what was typed before an undo.
    private void offerUndo(String before, String what) {
        layout.undoLine().offer(what, () -> replace(before, "The arguments are back."));
    }

    private void follow(ConnectionSnapshot snapshot) {
        if (closed) {
            return;
        }
        connection.session().ifPresent(session -> model.told(session.tasks().all()));
        boolean ready = ready(snapshot);
        boolean known = snapshot.catalogue().asked();
        Optional<JsonNode> listed = subject.find(snapshot.catalogue());
        listed.ifPresent(this::define);
        layout.connected(ready);
        showEditor();
        if (listed.isPresent() && !subject.schema(listed.get()).equals(schema)) {
            layout.header()
                    .notice(
                            "The schema changed since this tab was opened. Your values are kept.",
                            Parts.text(Feather.REFRESH_CW, "Use the new schema", this::adopt));
        } else if (ready
                && known
                && listed.isEmpty()
                && subject.listing(snapshot.catalogue()).complete()) {
            layout.header()
                    .notice(
                            "The server does not list this "
                                    + subject.kind()
                                    + " (any more). You can still try it.");
        } else if (snapshot.state() instanceof SessionState.Failed(String step, var problem)) {
            layout.header().notice("Not connected: " + step + " failed. " + problem.message());
            if (runWhenReady) {
                model.refuse("Not connected");
            }
            runWhenReady = false;
        } else if (definition.isEmpty() && subject.takesArguments() && !runWhenReady) {
            schemaUnknown(snapshot);
        } else if (ready || !runWhenReady) {
            layout.header().notice("");
        }
        // Before the first listing nobody knows what the arguments should be.
        if (ready && runWhenReady && (listed.isPresent() || known)) {
            run();
        }
    }

    private void schemaUnknown(ConnectionSnapshot snapshot) {
        String unknown =
                "What this "
                        + subject.kind()
                        + " takes is not known until its server is connected."
                        + (isBlank(editor) ? "" : " What you typed is kept.");
        if (snapshot.state() instanceof SessionState.Closed) {
            layout.header()
                    .notice(
                            unknown,
                            Parts.text(
                                    Feather.ZAP,
                                    "Connect",
                                    () ->
                                            services.workbench()
                                                    .connect(connection, false, this::refused)));
        } else {
            layout.header().notice(unknown);
        }
    }

    private static boolean ready(ConnectionSnapshot snapshot) {
        return snapshot.state() instanceof SessionState.Ready
                || snapshot.state() instanceof SessionState.Degraded;
    }

    /// The first definition that comes decides the form; a later one only if the user wants it.
    private void define(JsonNode listed) {
        boolean first = definition.isEmpty();
        definition = Optional.of(listed);
        layout.header().show(subject.name(), listed, subject.claims(listed));
        if (first) {
            adopt();
        }
    }

    private void adopt() {
        definition.ifPresent(listed -> {
            String text = schema.equals(ANYTHING) && isBlank(editor) ? "" : editor.text();
            schema = subject.schema(listed);
            newEditor(text);
            layout.header().notice("");
        });
    }

    private static boolean isBlank(ArgumentsEditor editor) {
        return editor.text().isBlank() || editor.text().strip().equals("{}");
    }

    /// Shows a call that was made before.
    public void recall(Run run) {
        model.recall(run);
    }

    @Override
    public void run() {
        if (model.runningProperty().get()) {
            return;
        }
        runWhenReady = false;
        if (!ready(connection.snapshot())) {
            runWhenReady = true;
            layout.header().notice("Connecting; it runs as soon as the server is ready.");
            services.workbench().connect(connection, false, this::refused);
        } else if (subject.takesArguments()) {
            editor.validateNow(this::checked);
        } else {
            send(JsonNodeFactory.instance.objectNode());
        }
    }

    private void refused() {
        runWhenReady = false;
        layout.header().notice("Not connected: its command was not approved.");
    }

    private void checked(Validity validity) {
        JsonNode value = editor.value();
        if (validity.sendable() && value != null) {
            confirm(value);
        } else {
            model.refuse("Not sent: the arguments need a correction");
            editor.focusFirstProblem();
        }
    }

    private void confirm(JsonNode arguments) {
        Optional<Dialogs.Question> caution =
                definition.flatMap(d -> subject.caution(connection.snapshot().entry().name(), d));
        if (caution.isEmpty() || consent.isGiven(connection, subject)) {
            send(arguments);
            return;
        }
        services.dialogs()
                .ask(
                        caution.get(),
                        () -> {
                            if (layout.remembersCaution()) {
                                consent.give(connection, subject);
                            }
                            send(arguments);
                        });
    }

    private void send(JsonNode arguments) {
        if (!closed) {
            model.run(subject.request(arguments));
        }
    }

    private void restart() {
        services.workbench().connect(connection, true, this::refused);
    }

    /// Makes the call if nothing stands against it, for things that are only read: at the start,
    /// and when they changed.
    public void again() {
        if (!model.runningProperty().get() && ready(connection.snapshot())) {
            run();
        }
    }

    /// Has something done when the tab is closed.
    public void onClose(Runnable action) {
        onClose.add(action);
    }

    /// Adds a control beside the button that runs.
    public void addAction(Node action) {
        layout.addAction(action);
    }

    private final class Actions implements CallLayout.Actions {
        @Override
        public void run() {
            CallTab.this.run();
        }

        @Override
        public void cancel() {
            runWhenReady = false;
            model.cancel();
        }

        @Override
        public void rerun() {
            if (!model.history().isEmpty()) {
                model.run(model.history().getFirst().request());
            }
        }

        @Override
        public void reset() {
            String before = editor.text();
            newEditor("");
            if (!before.equals(editor.text())) {
                offerUndo(before, "The arguments were reset.");
            }
        }

        @Override
        public void copyCommand() {
            JsonNode value = editor.value();
            if (value == null) {
                services.workbench().problem("The arguments are not valid JSON.");
                return;
            }
            String server = connection.snapshot().entry().name();
            new TabHost(services, server).copy(subject.commandLine(server, value));
        }

        @Override
        public boolean cautious() {
            return definition.flatMap(d -> subject.caution("", d)).isPresent();
        }
    }

    @Override
    public String title() {
        return subject.name();
    }

    @Override
    public Node node() {
        return layout;
    }

    @Override
    public ReadOnlyBooleanProperty runningProperty() {
        return model.runningProperty();
    }

    @Override
    public ReadOnlyStringProperty draftProperty() {
        return draft.getReadOnlyProperty();
    }

    @Override
    public void focus() {
        Runnable first =
                subject.takesArguments() && editor.node().isVisible() && editor.isAsking()
                        ? () -> editor.focusFirst()
                        : layout.runButton()::requestFocus;
        WhenShown.run(services.batcher(), layout, first);
    }

    @Override
    public void close() {
        closed = true;
        onClose.forEach(Runnable::run);
        LeftTask.tell(model.leave(), services.workbench());
        result.close();
    }
}
