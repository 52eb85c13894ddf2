package dev.benchlight.app.ui.server;

import javafx.beans.value.ChangeListener;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;

/// Keeps what has the keyboard in sight.
final class KeyboardScroll {
    private static final double ROOM = 24;

    private KeyboardScroll() {}

    /// Scrolls the pane to each node in it that takes the keyboard, as long as the pane is used.
    static void follow(ScrollPane scroll) {
        ChangeListener<Node> focus = (_, _, now) -> reveal(scroll, now);
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

    private static void reveal(ScrollPane scroll, Node focused) {
        Node content = scroll.getContent();
        if (focused == null || !isIn(focused, content)) {
            return;
        }
        Bounds at = content.sceneToLocal(focused.localToScene(focused.getLayoutBounds()));
        double seen = scroll.getViewportBounds().getHeight();
        double hidden = content.getLayoutBounds().getHeight() - seen;
        if (hidden <= 0 || at.getHeight() > seen) {
            return;
        }
        double top = scroll.getVvalue() * hidden;
        if (at.getMinY() < top + ROOM) {
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
