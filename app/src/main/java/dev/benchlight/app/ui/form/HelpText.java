package dev.benchlight.app.ui.form;

import atlantafx.base.controls.SelectableTextFlow;

import dev.benchlight.app.ui.fx.VisibleText;

import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;

/// A description as plain text that can be selected, with what hides in it made visible; a long one
/// is cut until it is asked for.
final class HelpText {
    private static final int SHORT = 240;

    private HelpText() {}

    static Node of(String text) {
        if (text.length() <= SHORT) {
            return flow(VisibleText.of(text));
        }
        VBox box = new VBox(flow(VisibleText.brief(text, SHORT)));
        Hyperlink more = new Hyperlink("Show all");
        more.getStyleClass().add("small-button");
        more.setOnAction(e -> box.getChildren().setAll(flow(VisibleText.of(text))));
        box.getChildren().add(more);
        return box;
    }

    private static Node flow(String text) {
        Text content = new Text(text);
        content.getStyleClass().add("text");
        SelectableTextFlow flow = new SelectableTextFlow(content);
        flow.getStyleClass().add("form-help");
        return flow;
    }
}
