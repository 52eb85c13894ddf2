package dev.benchlight.app.ui.result;

import dev.benchlight.app.ui.fx.VisibleText;

import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import tools.jackson.databind.node.JsonNodeFactory;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/// The controls of a call's tab: header above, arguments on the left, result on the right.
final class CallLayout extends BorderPane {
    /// What the controls do.
    interface Actions {
        void run();

        void cancel();

        void rerun();

        void reset();

        void copyCommand();

        /// Whether the user is asked before the first call.
        boolean cautious();
    }

    private static final KeyCombination RUN =
            new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN);

    private static final KeyCombination UNDO =
            new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN);
    private static final double SIDE_BY_SIDE = 560;

    private final Subject subject;
    private final Actions actions;
    private final Header header;
    private final HBox bar = new HBox(4);
    private final Button run;
    private final Button cancel;
    private final Button rerun;
    private final CheckBox remember = new CheckBox("Don't ask again until disconnected");
    private final BorderPane left = new BorderPane();
    private final UndoLine undoLine = new UndoLine();
    private final Label preview = Parts.paragraph("", "call-preview");
    private boolean connected;

    CallLayout(String server, Subject subject, Node result, Actions actions) {
        this.subject = subject;
        this.actions = actions;
        this.header = new Header(server);
        header.show(subject.name(), JsonNodeFactory.instance.objectNode(), List.of());
        run = Parts.text(Feather.PLAY, subject.action(), actions::run);
        run.getStyleClass().add("accent");
        run.setId("run");
        cancel = Parts.text(Feather.SQUARE, "Cancel", actions::cancel);
        cancel.setId("cancel");
        cancel.setTooltip(new Tooltip("Cancel the call (Esc)"));
        rerun = Parts.icon(Feather.REPEAT, "Send the last request again", actions::rerun);
        rerun.setDisable(true);
        getStyleClass().add("call-tab");
        getStylesheets()
                .add(
                        Objects.requireNonNull(CallLayout.class.getResource("result.css"))
                                .toExternalForm());
        fillBar();
        arrange(result);
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    private void fillBar() {
        bar.getStyleClass().add("call-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        if (subject.takesArguments()) {
            Label section = Parts.label("Arguments", "section");
            section.setMinWidth(USE_PREF_SIZE);
            bar.getChildren().add(section);
        }
        List<Button> small = new ArrayList<>();
        if (subject.takesArguments()) {
            small.add(Parts.icon(Feather.DELETE, "Reset arguments", actions::reset));
        }
        small.add(Parts.icon(Feather.TERMINAL, "Copy as CLI command", actions::copyCommand));
        small.add(rerun);
        bar.getChildren().addAll(Parts.gap(), cancel, run);
        Parts.shown(cancel, false);
        Overflow.into(bar, bar.getChildren().indexOf(cancel), small);
    }

    private void arrange(Node result) {
        setTop(header);
        VBox foot = new VBox(4, undoLine, preview, remember);
        foot.getStyleClass().add("call-foot");
        Parts.shown(preview, false);
        Parts.shown(remember, false);
        left.getStyleClass().add("call-left");
        left.setBottom(foot);
        if (!subject.takesArguments()) {
            BorderPane whole = new BorderPane(result);
            whole.setTop(bar);
            setCenter(whole);
            return;
        }
        left.setTop(bar);
        SplitPane split = new SplitPane(left, result);
        split.setDividerPositions(0.42);
        split.getStyleClass().add("call-split");
        // Side by side where there is room, else one above the other.
        widthProperty()
                .map(width -> width.doubleValue() < SIDE_BY_SIDE)
                .subscribe(narrow ->
                        split.setOrientation(
                                narrow ? Orientation.VERTICAL : Orientation.HORIZONTAL));
        left.setMinWidth(260);
        if (result instanceof Region region) {
            region.setMinWidth(260);
        }
        setCenter(split);
    }

    private void key(KeyEvent event) {
        if (UNDO.match(event) && undoLine.isFresh()) {
            undoLine.undo();
            event.consume();
        } else if (RUN.match(event) && !run.isDisabled()) {
            run.fire();
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE && cancel.isVisible()) {
            cancel.fire();
            event.consume();
        }
    }

    Header header() {
        return header;
    }

    Button runButton() {
        return run;
    }

    void addAction(Node action) {
        bar.getChildren().add(bar.getChildren().indexOf(cancel), action);
    }

    void editor(Region editor) {
        if (subject.takesArguments()) {
            left.setCenter(editor);
        }
    }

    UndoLine undoLine() {
        return undoLine;
    }

    void preview(String text) {
        preview.setText(VisibleText.of(text));
        Parts.shown(preview, !text.isEmpty());
    }

    boolean remembersCaution() {
        return remember.isSelected();
    }

    void connected(boolean now) {
        connected = now;
        Parts.shown(remember, actions.cautious());
        label();
    }

    void running(CallModel model) {
        boolean now = model.runningProperty().get();
        run.setDisable(now);
        Parts.shown(cancel, now);
        rerun.setDisable(now || model.history().isEmpty());
        label();
    }

    private void label() {
        run.setText(
                connected
                        ? subject.action()
                        : "Connect and " + subject.action().toLowerCase(Locale.ROOT));
        run.setGraphic(new FontIcon(connected ? Feather.PLAY : Feather.ZAP));
        run.setTooltip(new Tooltip(run.getText() + " (Ctrl+Enter)"));
    }
}
