package dev.benchlight.app.ui.form;

import dev.benchlight.app.ui.fx.Tip;
import dev.benchlight.app.ui.fx.VisibleText;
import dev.benchlight.mcp.json.JsonValue;
import dev.benchlight.mcp.schema.Field;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The name of a row, with what is to be known before its value: whether it is required, folded,
/// and of a container, how much is in it.
final class RowHead extends HBox {
    private static final int LONGEST = 120;

    private final String text;
    private final Button fold = new Button();
    private final Label count = new Label();

    /// @param toggle folds or unfolds; null if there is nothing to fold
    RowHead(String text, Field.Facts facts, boolean star, @Nullable Runnable toggle) {
        super(3);
        this.text = text;
        if (toggle != null) {
            fold.getStyleClass().add("icon-button");
            fold.setOnAction(e -> toggle.run());
            getChildren().add(fold);
        }
        Label name = new Label(VisibleText.brief(text, LONGEST));
        name.getStyleClass().add("form-name");
        if (toggle != null) {
            name.getStyleClass().add("group");
            name.setOnMouseClicked(e -> toggle.run());
        }
        getChildren().add(name);
        if (star) {
            Label required = new Label("*");
            required.getStyleClass().add("form-required");
            required.setTooltip(new Tooltip("required"));
            getChildren().add(required);
        }
        if (facts.deprecated()) {
            name.getStyleClass().add("deprecated");
        }
        if (toggle != null) {
            count.getStyleClass().add("form-mark");
            getChildren().add(count);
        }
    }

    /// @param tip the name as it is sent, where a title stands in its place
    void tip(String tip) {
        Tooltip.install(this, Tip.of(tip));
    }

    Button foldButton() {
        return fold;
    }

    /// @param width 0 for as wide as it must be
    void width(double width) {
        double wanted = width == 0 ? Region.USE_COMPUTED_SIZE : width;
        setMinWidth(wanted);
        setPrefWidth(wanted);
    }

    void show(boolean open, @Nullable JsonValue value) {
        fold.setGraphic(new FontIcon(open ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT));
        fold.setAccessibleText((open ? "Fold " : "Unfold ") + VisibleText.brief(text));
        count.setText(inWords(value));
    }

    /// Tells a value that is not there from an empty one.
    static String inWords(@Nullable JsonValue value) {
        return switch (value) {
            case null -> "not set";
            case JsonValue.Obj object -> count(object.members().size(), "member");
            case JsonValue.Arr array -> count(array.items().size(), "item");
            case JsonValue.Null ignored -> "null";
            default -> "";
        };
    }

    private static String count(int count, String noun) {
        return count == 0
                ? "empty"
                : count == 1 ? "1 " + noun : String.format("%,d %ss", count, noun);
    }
}
