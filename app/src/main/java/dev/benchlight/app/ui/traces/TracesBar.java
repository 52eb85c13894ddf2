package dev.benchlight.app.ui.traces;

import atlantafx.base.theme.Styles;

import dev.benchlight.app.ui.fx.Icons;

import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import org.kordamp.ikonli.feather.Feather;

import java.util.Locale;
import java.util.function.Consumer;

/// The filter, and what can be done with all rows. Lives on the JavaFX thread.
final class TracesBar extends HBox {
    private final TracesModel model;
    private final TextField text = new TextField();
    private final ToggleButton problems =
            toggle("Problems", Feather.ALERT_TRIANGLE, "Only what went wrong");
    private final ToggleButton notifications =
            toggle("Notifications", Feather.BELL, "Show notifications, of either side");
    private final Label notice = new Label();
    private final Label count = new Label();
    private final Button earlier;

    /// @param change runs what changes the rows
    TracesBar(TracesModel model, Runnable loadEarlier, Runnable clear, Consumer<Runnable> change) {
        this.model = model;
        getStyleClass().add("traces-bar");
        Label title = new Label("Traces");
        title.getStyleClass().add("traces-title");
        text.setPromptText("Filter: method, name, server, status …");
        text.setAccessibleText("Filter traces");
        text.setTooltip(
                new Tooltip(
                        """
                        Rows must contain every word (Ctrl+F).
                        kind: server: status: method: name: summary: look in one column,
                        as in status:timed or server:everything\
                        """));
        notifications.setSelected(true);
        notice.getStyleClass().add("traces-notice");
        count.getStyleClass().add("traces-count");
        count.setMinWidth(Region.USE_PREF_SIZE);
        Region gap = new Region();
        setHgrow(gap, Priority.ALWAYS);
        earlier = Icons.button(Feather.CHEVRONS_UP, "Load earlier rows", loadEarlier);
        Button clearing =
                Icons.button(
                        Feather.SLASH, "Clear view (nothing is deleted from the store)", clear);
        getChildren()
                .addAll(
                        title,
                        text,
                        problems,
                        notifications,
                        gap,
                        notice,
                        count,
                        earlier,
                        clearing);
        filterBy(change);
    }

    private void filterBy(Consumer<Runnable> change) {
        text.textProperty().subscribe((_, typed) -> filter(model.filter().withText(typed), change));
        problems.selectedProperty()
                .subscribe((_, on) -> filter(model.filter().withProblemsOnly(on), change));
        notifications
                .selectedProperty()
                .subscribe((_, on) -> filter(model.filter().withNotifications(on), change));
    }

    /// Puts the keyboard into the filter.
    void focusFilter() {
        text.requestFocus();
        text.selectAll();
    }

    /// Whether rows may be hidden by what is set here.
    BooleanBinding filtering() {
        return text.textProperty()
                .isNotEmpty()
                .or(problems.selectedProperty())
                .or(notifications.selectedProperty().not());
    }

    /// @return whether there was a filter
    boolean clearFilter() {
        boolean filtered = !model.filter().equals(RowFilter.ALL);
        text.clear();
        problems.setSelected(false);
        notifications.setSelected(true);
        return filtered;
    }

    /// Shows a sentence until the rows change.
    void notice(String sentence) {
        notice.setText(sentence);
    }

    /// Shows how many rows there are.
    void refresh() {
        int shown = model.shown().size();
        int held = model.heldCount();
        count.setText(
                shown == held
                        ? String.format(Locale.ROOT, "%,d rows", held)
                        : String.format(Locale.ROOT, "%,d of %,d rows", shown, held));
        earlier.setDisable(!model.hasEarlier());
    }

    private void filter(RowFilter filter, Consumer<Runnable> change) {
        change.accept(() -> model.filter(filter));
    }

    private static ToggleButton toggle(String name, Feather symbol, String explained) {
        ToggleButton button = new ToggleButton(name, Icons.icon(symbol));
        button.getStyleClass().add(Styles.SMALL);
        button.setTooltip(new Tooltip(explained));
        return button;
    }
}
