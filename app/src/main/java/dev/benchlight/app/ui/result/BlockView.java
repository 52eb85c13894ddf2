package dev.benchlight.app.ui.result;

import dev.benchlight.app.ui.fx.FxBatcher;
import dev.benchlight.app.ui.fx.Tip;
import dev.benchlight.app.ui.fx.VisibleText;
import dev.benchlight.render.RenderHost;
import dev.benchlight.render.RenderInput;
import dev.benchlight.render.Renderer;
import dev.benchlight.render.Rendering;
import dev.benchlight.render.parts.Bar;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// One part of a result: what it is, the views there are of it, and one of them.
final class BlockView extends VBox {
    /// A part with its first view parsed.
    ///
    /// @param views the first is the one that `rendering` is of
    record Ready(Part part, List<Renderer> views, Rendering rendering) {}

    /// Characters of a label that is never cut.
    private static final int SHORT = 40;

    private final Ready ready;
    private final RenderHost host;
    private final FxBatcher batcher;
    private final Label label;
    private @Nullable Thread worker;

    BlockView(Ready ready, RenderHost host, FxBatcher batcher) {
        this.ready = ready;
        this.host = host;
        this.batcher = batcher;
        getStyleClass().add("block");
        String name = ready.part().label();
        label = Parts.label(VisibleText.brief(name), "block-label");
        label.setTooltip(name.length() < SHORT ? null : Tip.of(name));
        Node first = placed(ready.rendering());
        if (ready.views().size() == 1
                && ready.part().facts().isEmpty()
                && !(ready.part().input() instanceof RenderInput.Embedded)
                && first.lookup(".render-bar") instanceof Bar bar) {
            // With one view only, one line says it all.
            label.setMinWidth(name.length() < SHORT ? USE_PREF_SIZE : 60);
            bar.getChildren().addFirst(label);
            getChildren().add(first);
        } else {
            getChildren().addAll(head(), first);
        }
    }

    private Node head() {
        label.setMinWidth(0);
        HBox head = new HBox(8, label, Parts.gap());
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("block-head");
        if (ready.views().size() > 1) {
            head.getChildren().add(switcher());
        }
        if (ready.part().facts().isEmpty()) {
            return head;
        }
        Label facts = Parts.paragraph(VisibleText.of(ready.part().facts()), "block-facts");
        return new VBox(head, facts);
    }

    private Node switcher() {
        ToggleGroup group = new ToggleGroup();
        HBox row = new HBox();
        for (Renderer view : ready.views()) {
            ToggleButton button = new ToggleButton(view.title());
            button.getStyleClass().addAll("view-choice");
            button.setToggleGroup(group);
            button.setSelected(view.equals(ready.views().getFirst()));
            button.setOnAction(_ -> {
                button.setSelected(true);
                change(view);
            });
            row.getChildren().add(button);
        }
        row.setMinWidth(USE_PREF_SIZE);
        return row;
    }

    private void change(Renderer view) {
        Thread before = worker;
        if (before != null) {
            before.interrupt();
        }
        worker =
                Thread.ofVirtual()
                        .start(() -> {
                            try {
                                Rendering next = view.render(ready.part().input(), host);
                                Thread self = Thread.currentThread();
                                batcher.run(() -> putIfNewest(self, next));
                            } catch (InterruptedException _) {
                                // Another view was chosen meanwhile.
                            }
                        });
    }

    private void putIfNewest(Thread from, Rendering rendering) {
        if (from.equals(worker)) {
            getChildren().set(1, placed(rendering));
        } else {
            rendering.drop();
        }
    }

    private static Node placed(Rendering rendering) {
        Node node = rendering.node();
        VBox.setVgrow(node, Priority.ALWAYS);
        return node;
    }
}
