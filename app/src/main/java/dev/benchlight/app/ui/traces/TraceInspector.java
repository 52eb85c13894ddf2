package dev.benchlight.app.ui.traces;

import dev.benchlight.app.traces.TraceStore;
import dev.benchlight.app.ui.fx.FxBatcher;
import dev.benchlight.trace.SpanId;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;

import java.util.Objects;
import java.util.Optional;

/// The pane that shows all there is on one span. Belongs to the JavaFX thread, and never waits on
/// it: spans are loaded elsewhere, and again when they change.
public final class TraceInspector implements AutoCloseable {
    private final InspectedSpan span;
    private final InspectorHeader header;
    private final OverviewPage overview;
    private final BodyPage request;
    private final BodyPage response;
    private final BodyPage headers;
    private final FramesPage frames;
    private final BodyPage stderr;
    private final TimingPage timing = new TimingPage();
    private final TabPane tabs = new TabPane();
    private final Label empty = new Label("Select a row in the traces below");
    private final BorderPane content = new BorderPane();
    private final StackPane root = new StackPane(empty);
    private String wanted = "Overview";
    private boolean filling;

    public TraceInspector(TraceStore store, FxBatcher batcher, TraceActions actions) {
        header = new InspectorHeader(actions);
        overview = new OverviewPage(actions::copy, this::show);
        request = new BodyPage("request", actions::copy);
        response = new BodyPage("response", actions::copy);
        headers = new BodyPage("headers", actions::copy);
        frames = new FramesPage(actions::copy);
        stderr = new BodyPage("stderr", actions::copy);
        add("Overview", overview.node());
        add("Request", request.node());
        add("Response", response.node());
        add("Headers", headers.node());
        add("Frames", frames.node());
        add("stderr", stderr.node());
        add("Timing", timing.node());
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
        root.getStyleClass().add("inspector");
        root.getStylesheets()
                .add(
                        Objects.requireNonNull(TraceInspector.class.getResource("inspector.css"))
                                .toExternalForm());
        root.setAccessibleText("Inspector");
        span = new InspectedSpan(store, batcher::run, this::fill);
    }

    public Node node() {
        return root;
    }

    /// Shows a span as soon as it is loaded.
    public void show(SpanId id) {
        span.select(id);
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
        overview.show(shown.overview(), SpanVerdict.of(shown.detail().row().status()).style());
        request.show(shown.request());
        response.show(shown.response());
        headers.show(shown.headers());
        frames.show(shown.frames());
        stderr.show(shown.stderr());
        timing.show(shown.phases());
        enable(shown);
        if (!root.getChildren().contains(content)) {
            root.getChildren().setAll(content);
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
