package dev.benchlight.app.ui.debugger;

import atlantafx.base.theme.Styles;

import dev.benchlight.app.ui.fx.Icons;
import dev.benchlight.app.ui.fx.Quantity;
import dev.benchlight.app.ui.signin.Attempt;
import dev.benchlight.mcp.auth.AuthStep;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Draws a line of the debugger's list: verdict, name, status and time.
final class StepCell extends ListCell<StepRow> {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());

    StepCell() {
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable StepRow row, boolean empty) {
        super.updateItem(row, empty);
        setText(null);
        setAccessibleText(null);
        if (empty || row == null) {
            setGraphic(null);
        } else {
            AuthStep step = row.step();
            setGraphic(step == null ? attempt(row.attempt()) : step(step));
        }
    }

    private HBox attempt(Attempt attempt) {
        String how = attempt.running() ? "running" : attempt.fault() == null ? "done" : "failed";
        Label name = label("Attempt " + attempt.number() + ", " + how, Styles.TEXT_BOLD);
        if (how.equals("failed")) {
            name.getStyleClass().add(Styles.DANGER);
        }
        setAccessibleText(name.getText());
        String took = attempt.running() ? "" : Quantity.duration(attempt.took());
        return line(name, label(TIME.format(attempt.at()), Styles.TEXT_MUTED), muted(took, 64));
    }

    private HBox step(AuthStep step) {
        boolean sound = step.sound();
        FontIcon verdict = Icons.icon(sound ? Feather.CHECK_CIRCLE : Feather.X_CIRCLE);
        verdict.getStyleClass().add(sound ? "step-sound" : "step-broken");
        Label name = label(step.name(), Styles.TEXT);
        name.setGraphic(verdict);
        name.setGraphicTextGap(8);
        String status = StepText.status(step);
        String took = StepText.took(step);
        setAccessibleText(
                step.name()
                        + (sound ? ", every rule kept" : ", breaks a rule")
                        + (status.isEmpty() ? "" : ", " + status));
        return line(name, muted(status, 52), muted(took, 64));
    }

    private static HBox line(Label name, Label... more) {
        name.setMaxWidth(Double.MAX_VALUE);
        name.setMinWidth(40);
        HBox.setHgrow(name, Priority.ALWAYS);
        HBox line = new HBox(8, name);
        line.getChildren().addAll(more);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private static Label muted(String text, double width) {
        Label label = label(text, Styles.TEXT_MUTED);
        label.setMinWidth(width);
        label.setAlignment(Pos.CENTER_RIGHT);
        return label;
    }

    private static Label label(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }
}
