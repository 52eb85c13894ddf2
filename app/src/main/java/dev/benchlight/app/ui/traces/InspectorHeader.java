package dev.benchlight.app.ui.traces;

import atlantafx.base.theme.Styles;

import dev.benchlight.app.traces.TraceDetail;
import dev.benchlight.app.traces.TraceRow;
import dev.benchlight.app.ui.fx.Icons;
import dev.benchlight.app.ui.fx.Quantity;
import dev.benchlight.app.ui.fx.Tip;
import dev.benchlight.app.ui.fx.VisibleText;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import java.util.function.Consumer;

/// Which span it is, how it went, and what can be done with it.
final class InspectorHeader extends VBox {
    private static final String AGAIN = "Send the same request again";
    private static final String CHANGED = "Open the request in a tab, to change and send it";

    private final Label method = new Label();
    private final Label name = new Label();
    private final Label status = new Label();
    private final Label duration = new Label();
    private final Button rerun;
    private final Button edit;
    private final HBox again;
    private final Tooltip reason = new Tooltip();
    private @Nullable TraceDetail detail;

    InspectorHeader(TraceActions actions) {
        rerun = button(Feather.REPEAT, "Re-run", AGAIN, actions::rerun);
        edit = button(Feather.EDIT_2, "Edit & replay", CHANGED, actions::editAndReplay);
        method.getStyleClass().add("inspector-method");
        method.setMinWidth(60);
        name.getStyleClass().add("mono");
        name.setMinWidth(0);
        HBox title = new HBox(8, method, name);
        title.setAlignment(Pos.BASELINE_LEFT);
        status.setMinWidth(Region.USE_PREF_SIZE);
        duration.getStyleClass().add("inspector-remark");
        HBox state = new HBox(status, duration);
        state.setAlignment(Pos.CENTER_LEFT);
        // Where it is narrow, the buttons stand below.
        again = new HBox(rerun, edit);
        FlowPane below = new FlowPane(state, again);
        below.setMinWidth(0);
        getStyleClass().add("inspector-head");
        getChildren().addAll(title, below);
    }

    private Button button(Feather icon, String title, String about, Consumer<TraceDetail> action) {
        Button button = new Button(title, Icons.icon(icon));
        button.getStyleClass().add(Styles.SMALL);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setTooltip(new Tooltip(about));
        button.setOnAction(_ -> {
            TraceDetail shown = detail;
            if (shown != null) {
                action.accept(shown);
            }
        });
        return button;
    }

    void show(Inspected inspected) {
        detail = inspected.detail();
        TraceRow row = detail.row();
        method.setText(VisibleText.name(row.method()));
        method.setMinWidth(row.method().length() < 40 ? Region.USE_PREF_SIZE : 60);
        name.setText(VisibleText.name(row.name()));
        name.setTooltip(row.name().isEmpty() ? null : Tip.of(row.name()));
        SpanVerdict verdict = SpanVerdict.of(row);
        status.setText(verdict.word());
        status.setGraphic(Icons.icon(verdict.icon()));
        status.getStyleClass().setAll("label", "status-pill", verdict.style());
        duration.setText(row.duration() == null ? "" : Quantity.duration(row.duration()));
        offer(inspected.detail());
    }

    private void offer(TraceDetail shown) {
        String obstacle = Recorded.obstacle(shown);
        rerun.setDisable(!Recorded.canBeSentAgain(shown.row()) || !obstacle.isEmpty());
        edit.setDisable(!Recorded.canBeEdited(shown.row()) || !obstacle.isEmpty());
        rerun.setAccessibleHelp(obstacle.isEmpty() ? AGAIN : obstacle);
        edit.setAccessibleHelp(obstacle.isEmpty() ? CHANGED : obstacle);
        // A disabled button shows no tooltip of its own.
        Tooltip.uninstall(again, reason);
        if (!obstacle.isEmpty()) {
            reason.setText(obstacle);
            Tooltip.install(again, reason);
        }
    }
}
