package dev.benchlight.app.ui.traces;

import atlantafx.base.theme.Styles;

import dev.benchlight.app.ui.fx.FxBatcher;
import dev.benchlight.render.RenderHost;
import dev.benchlight.render.RenderInput;
import dev.benchlight.render.Renderer;
import dev.benchlight.render.Rendering;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// A body in one of the views that make sense for it, with its remark. Parsed on a virtual thread,
/// shown on the JavaFX thread, to which it belongs.
final class BodyPage {
    private final List<Renderer> views;
    private final FxBatcher fx;
    private final RenderHost host;
    private final Label remark = new Label();
    private final HBox choice = new HBox();
    private final HBox bar = new HBox(choice, remark);
    private final BorderPane root = new BorderPane();
    private Body body = Body.EMPTY;
    private String wanted = "";
    private @Nullable Thread worker;

    /// @param views in order of preference; the user's choice of one holds for later bodies
    BodyPage(String name, List<Renderer> views, FxBatcher fx, RenderHost host) {
        this.views = views;
        this.fx = fx;
        this.host = host;
        remark.getStyleClass().add("inspector-remark");
        remark.setWrapText(true);
        remark.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(remark, Priority.ALWAYS);
        choice.setMinWidth(Region.USE_PREF_SIZE);
        choice.setAlignment(Pos.CENTER_LEFT);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("inspector-bar");
        bar.managedProperty().bind(bar.visibleProperty());
        root.setTop(bar);
        root.setAccessibleText(name);
    }

    Node node() {
        return root;
    }

    /// Keeps place and selection where the body is the same.
    void show(Body shown) {
        if (root.getCenter() == null || !shown.equals(body)) {
            body = shown;
            draw();
        }
    }

    private void draw() {
        List<Renderer> fitting = views.stream().filter(v -> v.accepts(body.input())).toList();
        Renderer view =
                fitting.stream()
                        .filter(v -> v.title().equals(wanted))
                        .findFirst()
                        .orElse(fitting.isEmpty() ? null : fitting.getFirst());
        remark.setText(body.remark());
        offer(fitting, view);
        bar.setVisible(fitting.size() > 1 || !body.remark().isEmpty());
        if (worker != null) {
            worker.interrupt();
        }
        RenderInput input = body.input();
        worker =
                view == null
                        ? null
                        : Thread.ofVirtual().name("inspector").start(() -> parse(view, input));
    }

    private void offer(List<Renderer> fitting, @Nullable Renderer chosen) {
        choice.getChildren().clear();
        for (Renderer view : fitting.size() > 1 ? fitting : List.<Renderer>of()) {
            ToggleButton button = new ToggleButton(view.title());
            boolean first = choice.getChildren().isEmpty();
            button.getStyleClass()
                    .addAll(first ? Styles.LEFT_PILL : Styles.RIGHT_PILL, Styles.SMALL);
            button.setSelected(view.equals(chosen));
            button.setOnAction(_ -> {
                wanted = view.title();
                draw();
                refocus();
            });
            choice.getChildren().add(button);
        }
    }

    /// The buttons are new; the keyboard stays with the chosen one.
    private void refocus() {
        choice.getChildren().stream()
                .filter(node -> node instanceof ToggleButton button && button.isSelected())
                .findFirst()
                .ifPresent(Node::requestFocus);
    }

    private void parse(Renderer view, RenderInput input) {
        try {
            Rendering rendering = view.render(input, host);
            Thread self = Thread.currentThread();
            fx.run(() -> {
                if (self.equals(worker)) {
                    root.setCenter(rendering.node());
                }
            });
        } catch (InterruptedException _) {
            // Something else is to be shown.
        }
    }
}
