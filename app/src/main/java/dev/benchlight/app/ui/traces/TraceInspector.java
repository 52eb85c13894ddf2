package dev.benchlight.app.ui.traces;

import dev.benchlight.app.traces.TraceStore;
import dev.benchlight.app.ui.fx.FxBatcher;
import dev.benchlight.render.RenderHost;
import dev.benchlight.render.Renderer;
import dev.benchlight.render.hex.HexRenderer;
import dev.benchlight.render.json.JsonRenderer;
import dev.benchlight.render.text.TextRenderer;
import dev.benchlight.trace.SpanId;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// The pane that shows all there is on one span. Belongs to the JavaFX thread, and never waits on
/// it: spans are loaded elsewhere, and again when they change.
public final class TraceInspector implements AutoCloseable {
    private static final List<Renderer> TEXT = List.of(new TextRenderer());

    private final InspectedSpan span;
    private final InspectorHeader header;
    private final OverviewPage overview;
    private final BodyPage request;
    private final BodyPage response;
    private final HttpPage http;
    private final FramesPage frames;
    private final BodyPage stderr;
    private final TabPane tabs = new TabPane();
    private final Label empty = new Label("Select a row in the traces below");
    private final BorderPane content = new BorderPane();
    private final StackPane root = new StackPane(empty);
    private String wanted = "Overview";
    private boolean filling;
    private boolean focusWanted;

    public TraceInspector(TraceStore store, FxBatcher batcher, TraceActions actions) {
        header = new InspectorHeader(actions);
        overview = new OverviewPage(actions::copy, this::show);
        RenderHost host = new CopyingHost(actions);
        List<Renderer> messages = List.of(new TextRenderer(), new JsonRenderer());
        request = new BodyPage("Request", messages, batcher, host);
        response = new BodyPage("Response", messages, batcher, host);
        http = new HttpPage(new BodyPage("Headers", TEXT, batcher, host));
        frames =
                new FramesPage(
                        new BodyPage(
                                "Frame",
                                List.of(new TextRenderer(), new HexRenderer()),
                                batcher,
                                host));
        stderr = new BodyPage("Standard error", TEXT, batcher, host);
        layOut();
        span = new InspectedSpan(store, batcher::run, this::fill);
    }

    private void layOut() {
        add("Overview", overview.node());
        add("Request", request.node());
        add("Response", response.node());
        add("HTTP", http.node());
        add("Frames", frames.node());
        add("stderr", stderr.node());
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.getSelectionModel()
                .selectedItemProperty()
                .addListener((_, _, tab) -> {
                    if (!filling && tab != null) {
                        wanted = tab.getText();
                    }
                });
        content.setTop(header);
        content.setCenter(tabs);
        empty.setWrapText(true);
        empty.getStyleClass().add("inspector-remark");
        root.setAccessibleText("Inspector");
        root.getStyleClass().add("inspector");
        root.getStylesheets()
                .add(
                        Objects.requireNonNull(TraceInspector.class.getResource("inspector.css"))
                                .toExternalForm());
    }

    public Node node() {
        return root;
    }

    /// Shows a span as soon as it is loaded.
    public void show(SpanId id) {
        span.select(id);
    }

    /// Puts the keyboard into the pane, once it has something to show.
    public void focus() {
        focusWanted = !root.getChildren().contains(content);
        tabs.requestFocus();
    }

    /// Runs `leave` when the user wants to get out of the pane, by Escape.
    public void onLeave(Runnable leave) {
        root.addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ESCAPE) {
                        leave.run();
                        event.consume();
                    }
                });
    }

    /// Ends the updates.
    @Override
    public void close() {
        span.close();
    }

    private void add(String title, Node page) {
        tabs.getTabs().add(new Tab(title, page));
    }

    private void fill(Optional<Inspected> found) {
        if (found.isEmpty()) {
            empty.setText("This trace is no longer stored");
            root.getChildren().setAll(empty);
            return;
        }
        Inspected shown = found.get();
        header.show(shown);
        overview.show(shown.overview(), SpanVerdict.of(shown.detail().row()).style());
        request.show(shown.request());
        response.show(shown.response());
        http.show(shown.headers(), shown.phases());
        frames.show(shown.frames());
        stderr.show(shown.stderr());
        enable(shown);
        if (!root.getChildren().contains(content)) {
            root.getChildren().setAll(content);
        }
        if (focusWanted) {
            focus();
        }
    }

    /// Disables tabs without content. The tab that was chosen last comes back once it has some.
    private void enable(Inspected shown) {
        filling = true;
        for (Tab tab : tabs.getTabs()) {
            tab.setDisable(!shown.has(tab.getText()));
        }
        tabs.getTabs().stream()
                .filter(tab -> tab.getText().equals(wanted) && !tab.isDisable())
                .findFirst()
                .ifPresentOrElse(
                        tab -> tabs.getSelectionModel().select(tab),
                        () -> tabs.getSelectionModel().selectFirst());
        filling = false;
    }
}
