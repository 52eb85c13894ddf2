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

    /// @param filter hears of another filter
    TracesBar(TracesModel model, Runnable loadEarlier, Runnable clear, Consumer<RowFilter> filter) {
        this.model = model;
        getStyleClass().add("traces-bar");
        Label title = new Label("Traces");
        title.getStyleClass().add("traces-title");
        text.setPromptText("Filter: method, name, server, status …");
        text.setAccessibleText("Filter traces");
        text.setTooltip(
                new Tooltip(
                        """
                        All rows ever recorded that contain every word (Ctrl+F).
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
        filterBy(filter);
    }

    private void filterBy(Consumer<RowFilter> filter) {
        text.textProperty().subscribe((_, typed) -> filter.accept(model.filter().withText(typed)));
        problems.selectedProperty()
                .subscribe((_, on) -> filter.accept(model.filter().withProblemsOnly(on)));
        notifications
                .selectedProperty()
                .subscribe((_, on) -> filter.accept(model.filter().withNotifications(on)));
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
    ///
    /// @param searching whether the store is being asked for more
    void refresh(boolean searching) {
        count.setText(model.count(searching));
        earlier.setDisable(searching || !model.hasEarlier());
    }

    private static ToggleButton toggle(String name, Feather symbol, String explained) {
        ToggleButton button = new ToggleButton(name, Icons.icon(symbol));
        button.getStyleClass().add(Styles.SMALL);
        button.setTooltip(new Tooltip(explained));
        return button;
    }
}
