package dev.benchlight.app.ui.history;

import atlantafx.base.theme.Styles;

import dev.benchlight.app.traces.TraceRow;
import dev.benchlight.app.ui.fx.Icons;
import dev.benchlight.app.ui.fx.Quantity;
import dev.benchlight.app.ui.fx.VisibleText;
import dev.benchlight.app.ui.traces.SpanVerdict;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Consumer;

/// Draws one call of the history: what, how it went, when; below, where and what came back.
final class CallCell extends ListCell<TraceRow> {
    private static final DateTimeFormatter TODAY =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter EARLIER =
            DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ROOT);

    CallCell(Consumer<TraceRow> inspect, Consumer<TraceRow> open) {
        setPrefWidth(0);
        setOnMouseClicked(event -> {
            TraceRow call = getItem();
            if (call == null || event.getButton() != MouseButton.PRIMARY) {
                return;
            }
            if (event.getClickCount() == 1) {
                inspect.accept(call);
            } else if (event.getClickCount() == 2) {
                open.accept(call);
            }
        });
    }

    @Override
    protected void updateItem(@Nullable TraceRow call, boolean empty) {
        super.updateItem(call, empty);
        setGraphic(call == null || empty ? null : graphic(call));
    }

    private Node graphic(TraceRow call) {
        SpanVerdict verdict = SpanVerdict.of(call.status());
        Label icon = new Label(null, Icons.icon(verdict.icon()));
        icon.getStyleClass().addAll("verdict", verdict.style());
        Label name = new Label(VisibleText.name(call.name()));
        name.setMinWidth(0);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        Label time = muted(time(call.started()));
        time.setMinWidth(Region.USE_PREF_SIZE);
        HBox first = new HBox(6, icon, name, time);
        first.getStyleClass().add("center-line");
        String went = call.duration() == null ? "" : " · " + Quantity.duration(call.duration());
        String came = call.summary().isEmpty() ? "" : " · " + call.summary();
        Label second = muted(VisibleText.name(call.where() + " · " + verdict.word() + went + came));
        second.getStyleClass().add("second-line");
        setTooltip(
                new Tooltip(
                        call.method()
                                + " "
                                + VisibleText.name(call.name())
                                + "\n"
                                + second.getText()
                                + "\n\nA click shows what came back; a double-click opens it with the same"
                                + " arguments"));
        setAccessibleText(name.getText() + ", " + second.getText() + ", " + time.getText());
        return new VBox(first, second);
    }

    private static Label muted(String text) {
        Label label = new Label(text);
        label.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
        return label;
    }

    private static String time(Instant at) {
        var local = at.atZone(ZoneId.systemDefault());
        return (local.toLocalDate().equals(LocalDate.now(ZoneId.systemDefault())) ? TODAY : EARLIER)
                .format(local);
    }
}
