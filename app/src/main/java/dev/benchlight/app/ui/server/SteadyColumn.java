package dev.benchlight.app.ui.server;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

/// Parts one below the other in a pane that scrolls. What is read stays where it is on the screen
/// while parts above and below it grow and shrink.
final class SteadyColumn extends VBox {
    private static final double NOTHING = 0.5;

    private final ScrollPane scroll = new ScrollPane(this);
    private @Nullable Node held;

    /// From the top of what is seen down to the one that is held.
    private double below;

    private boolean settling;

    SteadyColumn() {
        scroll.setFitToWidth(true);
        scroll.vvalueProperty().subscribe(this::hold);
    }

    /// The pane that it scrolls in.
    ScrollPane scroll() {
        return scroll;
    }

    private double hidden() {
        return getHeight() - scroll.getViewportBounds().getHeight();
    }

    /// The user scrolled: takes hold of the first part that is seen. At the top there is nothing to
    /// hold, since nothing above can push.
    private void hold() {
        if (settling) {
            return;
        }
        double top = scroll.getVvalue() * hidden();
        held =
                top < NOTHING
                        ? null
                        : getManagedChildren().stream()
                                .filter(part -> part.getBoundsInParent().getMaxY() > top)
                                .findFirst()
                                .orElse(null);
        below = held == null ? 0 : held.getBoundsInParent().getMinY() - top;
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        Node part = held;
        double hidden = hidden();
        if (part == null || !part.isManaged() || hidden <= 0) {
            return;
        }
        double wanted = (part.getBoundsInParent().getMinY() - below) / hidden;
        if (Math.abs(wanted - scroll.getVvalue()) * hidden > NOTHING) {
            settling = true;
            scroll.setVvalue(Math.clamp(wanted, 0.0, 1.0));
            settling = false;
        }
    }
}
