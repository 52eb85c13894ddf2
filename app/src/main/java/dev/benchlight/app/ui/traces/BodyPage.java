package dev.benchlight.app.ui.traces;

import dev.benchlight.app.ui.fx.Icons;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import org.kordamp.ikonli.feather.Feather;

import java.util.function.Consumer;

/// A body with its remark and a copy button.
final class BodyPage {
    private final Label remark = new Label();
    private final TextBlock block;
    private final HBox bar;
    private final BorderPane root = new BorderPane();
    private Body body = Body.EMPTY;

    /// @param name what the body is
    BodyPage(String name, Consumer<String> copy) {
        block = new TextBlock(name);
        remark.getStyleClass().add("inspector-remark");
        remark.setWrapText(true);
        remark.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(remark, Priority.ALWAYS);
        bar =
                new HBox(
                        remark,
                        Icons.button(Feather.COPY, "Copy " + name, () -> copy.accept(body.text())));
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("inspector-bar");
        root.setTop(bar);
        root.setCenter(block.node());
    }

    Node node() {
        return root;
    }

    /// Puts a control at the start of the bar.
    void lead(Node control) {
        bar.getChildren().addFirst(control);
    }

    void show(Body shown) {
        body = shown;
        remark.setText(shown.remark());
        block.show(shown.shown());
    }
}
