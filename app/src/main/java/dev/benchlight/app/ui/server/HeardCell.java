package dev.benchlight.app.ui.server;

import dev.benchlight.app.connections.HeardLog.Heard;
import dev.benchlight.app.ui.fx.VisibleText;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A notification in a line.
final class HeardCell extends ListCell<Heard> {
    private static final int LONGEST = 400;
    private static final Set<String> SEVERE = Set.of("error", "critical", "alert", "emergency");
    private static final PseudoClass WARNING = PseudoClass.getPseudoClass("warning");
    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");

    private final Label time = new Label();
    private final Label kind = new Label();
    private final Label text = new Label();
    private final HBox row = new HBox(10, time, kind, text);

    HeardCell() {
        setPrefWidth(0);
        time.getStyleClass().add("heard-time");
        kind.getStyleClass().add("heard-kind");
        time.setMinWidth(Region.USE_PREF_SIZE);
        kind.setMinWidth(Region.USE_PREF_SIZE);
        row.getStyleClass().add("center-line");
    }

    @Override
    protected void updateItem(@Nullable Heard heard, boolean empty) {
        super.updateItem(heard, empty);
        if (empty || heard == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        time.setText(Described.exactTime(heard.at()));
        kind.setText(VisibleText.name(kind(heard)));
        text.setText(VisibleText.name(heard.text(), LONGEST));
        kind.pseudoClassStateChanged(WARNING, heard.level().equals("warning"));
        kind.pseudoClassStateChanged(ERROR, SEVERE.contains(heard.level()));
        setAccessibleText(line(heard));
        setGraphic(row);
    }

    /// Level and logger of a log message, else the method without what all have.
    private static String kind(Heard heard) {
        return heard.level().isEmpty() && heard.logger().isEmpty()
                ? heard.method().replaceFirst("^notifications/", "")
                : (heard.level() + "  " + heard.logger()).strip();
    }

    /// All of it, as it is copied.
    static String line(Heard heard) {
        return Stream.of(Described.exactTime(heard.at()), kind(heard), heard.text())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("  "));
    }
}
