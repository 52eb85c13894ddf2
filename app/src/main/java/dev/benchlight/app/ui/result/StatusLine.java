package dev.benchlight.app.ui.result;

import dev.benchlight.app.ui.fx.Quantity;
import dev.benchlight.app.ui.result.Presenter.Mode;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/// The lines above a result: how it went, how long it took, how big it is; and the views of it.
final class StatusLine extends VBox {
    /// What the buttons do.
    interface Actions {
        void inspect();

        void copy();

        void save();

        /// @param by 1 for an older run, -1 for a newer one
        void flip(int by);

        void reuse();
    }

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());

    private static final DateTimeFormatter RECORDED =
            DateTimeFormatter.ofPattern("d MMM yyyy HH:mm:ss", Locale.ROOT)
                    .withZone(ZoneId.systemDefault());

    private final Label word = Parts.label("Not run yet", "status-word", "muted");
    private final Label facts = Parts.label("", "status-facts");
    private final Label position = Parts.label("", "status-facts");
    private final HBox flipping;
    private final Button inspect;
    private final Button reuse;
    private final List<Button> onResult;
    private final ObjectProperty<Mode> mode = new SimpleObjectProperty<>(Mode.RENDERED);

    StatusLine(Actions actions) {
        getStyleClass().add("status-line");
        inspect = Parts.icon(Feather.ACTIVITY, "Show in traces", actions::inspect);
        reuse = Parts.icon(Feather.CORNER_UP_LEFT, "Use the arguments of this run", actions::reuse);
        Button copy = Parts.icon(Feather.COPY, "Copy result as JSON", actions::copy);
        Button save = Parts.icon(Feather.SAVE, "Save result as JSON…", actions::save);
        onResult = List.of(copy, save);
        flipping =
                new HBox(
                        2,
                        Parts.icon(Feather.CHEVRON_LEFT, "Older run", () -> actions.flip(1)),
                        position,
                        Parts.icon(Feather.CHEVRON_RIGHT, "Newer run", () -> actions.flip(-1)));
        flipping.setAlignment(Pos.CENTER_LEFT);
        flipping.setMinWidth(USE_PREF_SIZE);
        HBox second = new HBox(2, modes(), Parts.gap());
        second.setAlignment(Pos.CENTER_LEFT);
        Overflow.into(second, 2, List.of(inspect, copy, save, reuse));
        getChildren().addAll(new HBox(10, words(), flipping), second);
        Parts.shown(flipping, false);
        reuse.setDisable(true);
        enable(false, false);
    }

    /// Where there is no room beside the word, the facts go below it.
    private Node words() {
        FlowPane words = new FlowPane(10, 2, word, facts);
        words.setAlignment(Pos.CENTER_LEFT);
        words.setPrefWrapLength(0);
        words.setMinWidth(0);
        word.maxWidthProperty().bind(words.widthProperty());
        facts.maxWidthProperty().bind(words.widthProperty());
        HBox.setHgrow(words, Priority.ALWAYS);
        return words;
    }

    ObjectProperty<Mode> modeProperty() {
        return mode;
    }

    private HBox modes() {
        ToggleGroup group = new ToggleGroup();
        HBox row = new HBox();
        row.getStyleClass().add("modes");
        row.setMinWidth(USE_PREF_SIZE);
        Mode[] all = Mode.values();
        for (Mode each : all) {
            ToggleButton button = new ToggleButton(each.title());
            button.setToggleGroup(group);
            button.setUserData(each);
            button.getStyleClass()
                    .addAll(
                            "small",
                            each == all[0]
                                    ? "left-pill"
                                    : each == all[all.length - 1] ? "right-pill" : "center-pill");
            button.setMinWidth(USE_PREF_SIZE);
            button.setSelected(each == mode.get());
            button.setOnAction(_ -> mode.set(each));
            row.getChildren().add(button);
        }
        mode.addListener((_, _, now) ->
                group.getToggles().forEach(t -> t.setSelected(t.getUserData() == now)));
        group.selectedToggleProperty()
                .addListener((_, before, now) -> {
                    if (now == null && before != null) {
                        before.setSelected(true);
                    }
                });
        return row;
    }

    void run(Run run, int index, int count) {
        Verdict verdict = Verdict.of(run.outcome());
        set(verdict.word(), verdict.icon(), verdict.style());
        long received = run.metrics().bytesReceived();
        String size = received == 0 ? "" : "  ·  " + Quantity.bytes(received);
        facts.setText(
                Quantity.duration(run.metrics().duration())
                        + size
                        + "  ·  "
                        + (run.recorded()
                                ? "recorded " + RECORDED.format(run.started())
                                : TIME.format(run.started())));
        position.setText(count - index + "/" + count);
        Parts.shown(flipping, count > 1);
        // What was read tells nothing of what was typed to get its URI.
        reuse.setDisable(!run.request().params().has("arguments"));
        enable(run.span() != null, run.result().isPresent());
    }

    void message(String text, Feather icon, String style) {
        set(text, icon, style);
        facts.setText("");
    }

    private void enable(boolean traced, boolean result) {
        inspect.setDisable(!traced);
        onResult.forEach(button -> button.setDisable(!result));
    }

    private void set(String text, Feather icon, String style) {
        word.setText(text);
        word.setGraphic(new FontIcon(icon));
        word.getStyleClass().setAll("label", "status-word", style);
    }
}
