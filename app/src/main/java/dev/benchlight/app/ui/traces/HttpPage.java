package dev.benchlight.app.ui.traces;

import javafx.scene.Node;
import javafx.scene.layout.BorderPane;

/// The heads of a span's HTTP exchanges, below how long their phases took.
final class HttpPage {
    private final TimingBars timing = new TimingBars();
    private final BodyPage headers;
    private final BorderPane root = new BorderPane();

    HttpPage(BodyPage headers) {
        this.headers = headers;
        timing.managedProperty().bind(timing.visibleProperty());
        root.setTop(timing);
        root.setCenter(headers.node());
    }

    Node node() {
        return root;
    }

    void show(Body heads, Phases phases) {
        timing.setVisible(!phases.phases().isEmpty());
        timing.show(phases);
        headers.show(heads);
    }
}
