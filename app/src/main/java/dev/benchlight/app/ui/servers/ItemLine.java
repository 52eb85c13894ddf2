package dev.benchlight.app.ui.servers;

import dev.benchlight.app.ui.fx.Icons;
import dev.benchlight.app.ui.fx.VisibleText;
import dev.benchlight.app.ui.workbench.Place;

import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// What a server offers, as a line of the sidebar. A cell keeps its line and shows one item after
/// another in it: new nodes would be styled anew, and a filter changes all lines with each key.
final class ItemLine extends HBox {
    private final FontIcon icon = Icons.icon(Feather.TOOL);
    private final Label name = new Label();
    private final Label mark = new Label();
    private final Tooltip tip = new Tooltip();

    ItemLine() {
        super(6);
        getStyleClass().addAll("center-line", "depth-2");
        name.setMinWidth(0);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        tip.setWrapText(true);
        tip.setMaxWidth(420);
        mark.getStyleClass().add("item-mark");
        mark.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(icon, name, mark);
    }

    void show(Row.Item row) {
        Place place = row.place();
        icon.setIconCode(symbol(place));
        name.setText(VisibleText.name(byTitle(row) ? row.title() : place.name()));
        mark.setText(row.mark().word());
        mark.setManaged(row.mark() != Changes.Mark.NONE);
        tip.setText(
                VisibleText.name(row.title())
                        + "\n"
                        + VisibleText.name(place.name())
                        + "\n\n"
                        + VisibleText.brief(row.description()));
    }

    Tooltip tip() {
        return tip;
    }

    /// URIs are longer than a line, and begin alike.
    private static boolean byTitle(Row.Item row) {
        boolean uri =
                row.place() instanceof Place.ResourcePlace
                        || row.place() instanceof Place.TemplatePlace;
        return uri && !row.title().isBlank();
    }

    private static Feather symbol(Place place) {
        return switch (place) {
            case Place.ToolPlace _ -> Feather.TOOL;
            case Place.PromptPlace _ -> Feather.MESSAGE_SQUARE;
            case Place.ResourcePlace _ -> Feather.FILE_TEXT;
            case Place.TemplatePlace _ -> Feather.LAYOUT;
            case Place.ServerPlace _ -> Feather.SERVER;
        };
    }
}
