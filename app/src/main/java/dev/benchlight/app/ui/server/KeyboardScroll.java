package dev.benchlight.app.ui.server;

import javafx.beans.value.ChangeListener;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;

import org.jspecify.annotations.Nullable;

/// Keeps in sight what the user works with.
final class KeyboardScroll {
    private static final double ROOM = 24;

    private KeyboardScroll() {}

    /// Scrolls the pane to each node in it that takes the keyboard, as long as the pane is used.
    static void follow(ScrollPane scroll) {
        ChangeListener<Node> focus = (_, _, now) -> followed(scroll, now);
        scroll.sceneProperty()
                .subscribe((before, now) -> {
                    if (before != null) {
                        before.focusOwnerProperty().removeListener(focus);
                    }
                    if (now != null) {
                        now.focusOwnerProperty().addListener(focus);
                    }
                });
    }

    private static void followed(ScrollPane scroll, @Nullable Node focused) {
        if (focused != null && isIn(focused, scroll.getContent())) {
            reveal(scroll, focused);
        }
    }

    /// Scrolls as little as brings a node in the pane into sight; of one that is higher than the
    /// pane, its top.
    static void reveal(ScrollPane scroll, Node node) {
        Node content = scroll.getContent();
        Bounds at = content.sceneToLocal(node.localToScene(node.getLayoutBounds()));
        double seen = scroll.getViewportBounds().getHeight();
        double hidden = content.getLayoutBounds().getHeight() - seen;
        if (hidden <= 0) {
            return;
        }
        double top = scroll.getVvalue() * hidden;
        boolean high = at.getHeight() > seen - 2 * ROOM;
        if (high || at.getMinY() < top + ROOM) {
            scroll.setVvalue(Math.clamp((at.getMinY() - ROOM) / hidden, 0.0, 1.0));
        } else if (at.getMaxY() > top + seen - ROOM) {
            scroll.setVvalue(Math.clamp((at.getMaxY() - seen + ROOM) / hidden, 0.0, 1.0));
        }
    }

    private static boolean isIn(Node node, Node ancestor) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.equals(ancestor)) {
                return true;
            }
        }
        return false;
    }
}
