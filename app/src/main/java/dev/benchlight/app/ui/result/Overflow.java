package dev.benchlight.app.ui.result;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.List;

/// Icon buttons in a row, which become a menu where the row is too narrow for them.
final class Overflow {
    private final HBox row;
    private final HBox icons = new HBox(2);
    private final MenuButton menu = new MenuButton("", new FontIcon(Feather.MORE_HORIZONTAL));

    private Overflow(HBox row, List<Button> buttons) {
        this.row = row;
        icons.getChildren().addAll(buttons);
        icons.setAlignment(Pos.CENTER);
        // Or the row could never become too narrow for them.
        icons.setMinWidth(0);
        menu.getStyleClass().addAll("button-icon", "flat", "small", "no-arrow", "call-icon");
        menu.setTooltip(new Tooltip("More actions"));
        menu.setAccessibleText("More actions");
        menu.setId("more-actions");
        menu.setMinWidth(Region.USE_PREF_SIZE);
        buttons.forEach(button -> menu.getItems().add(item(button)));
        Parts.shown(menu, false);
    }

    /// Adds the buttons to the row, which must not get narrower than its other content.
    ///
    /// @param at where in the row they stand
    static void into(HBox row, int at, List<Button> buttons) {
        Overflow overflow = new Overflow(row, buttons);
        for (Node other : row.getChildren()) {
            other.managedProperty().addListener(_ -> overflow.fit());
            other.layoutBoundsProperty().addListener(_ -> overflow.fit());
        }
        row.getChildren().addAll(at, List.of(overflow.icons, overflow.menu));
        row.widthProperty().addListener(_ -> overflow.fit());
    }

    private static MenuItem item(Button button) {
        MenuItem item = new MenuItem(button.getAccessibleText());
        item.disableProperty().bind(button.disableProperty());
        item.setOnAction(_ -> button.fire());
        return item;
    }

    private void fit() {
        double others =
                row.getChildren().stream()
                        .filter(child -> !child.equals(icons) && !child.equals(menu))
                        .filter(Node::isManaged)
                        .mapToDouble(child -> child.minWidth(-1) + row.getSpacing())
                        .sum();
        double inner = row.getWidth() - row.getInsets().getLeft() - row.getInsets().getRight();
        boolean room = inner >= others + icons.prefWidth(-1);
        Parts.shown(icons, room);
        Parts.shown(menu, !room);
    }
}
