package dev.benchlight.app.ui.debugger;

import atlantafx.base.theme.Styles;

import dev.benchlight.app.ui.fx.VisibleText;
import dev.benchlight.app.ui.signin.Attempt;
import dev.benchlight.app.ui.signin.SignInState;
import dev.benchlight.mcp.auth.AuthFault;
import dev.benchlight.mcp.auth.AuthStep.Check;

import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// The steps of all attempts, and the chosen one in full. What broke stands above, and is chosen
/// until the user chooses. JavaFX thread only.
final class Debugger extends VBox {
    private static final int LONGEST = 1_000;
    private static final double HEIGHT = 380;
    private final VBox verdict = new VBox(4);
    private final ListView<StepRow> list = new ListView<>();
    private final StepDetails details = new StepDetails();
    private @Nullable Attempt judged;
    private int attempts;
    private boolean follows = true;
    private boolean changing;

    Debugger() {
        super(10);
        verdict.getStyleClass().add("sign-in-verdict");
        verdict.setId("sign-in-verdict");
        list.setId("sign-in-steps");
        list.setAccessibleText("Steps of signing in");
        list.getStyleClass().addAll(Styles.DENSE, "flat-list");
        list.setCellFactory(_ -> new StepCell());
        list.setMinWidth(220);
        list.getSelectionModel()
                .selectedItemProperty()
                .subscribe(row -> {
                    if (!changing) {
                        follows = false;
                        details.show(row);
                    }
                });
        SplitPane panes = new SplitPane(list, details);
        panes.setDividerPositions(0.4);
        panes.setPrefHeight(HEIGHT);
        panes.setMinHeight(HEIGHT);
        getChildren().addAll(verdict, panes);
    }

    void show(SignInState state) {
        List<StepRow> rows = StepRow.of(state);
        int newest = state.last().map(Attempt::number).orElse(0);
        if (newest != attempts) {
            attempts = newest;
            follows = true;
        }
        judge(state.last().orElse(null));
        setVisible(!rows.isEmpty());
        setManaged(!rows.isEmpty());
        if (!rows.equals(list.getItems())) {
            fill(rows);
        }
    }

    private void fill(List<StepRow> rows) {
        StepRow before = list.getSelectionModel().getSelectedItem();
        changing = true;
        list.getItems().setAll(rows);
        int index = follows ? StepRow.follow(rows) : indexOf(rows, before);
        if (index >= 0) {
            list.getSelectionModel().clearAndSelect(index);
            if (follows) {
                list.scrollTo(Math.max(0, index - 6));
            }
        }
        changing = false;
        details.show(list.getSelectionModel().getSelectedItem());
    }

    private static int indexOf(List<StepRow> rows, @Nullable StepRow row) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).isSameAs(row)) {
                return i;
            }
        }
        return -1;
    }

    private void judge(@Nullable Attempt last) {
        AuthFault fault = last == null || last.running() ? null : last.fault();
        verdict.setVisible(fault != null);
        verdict.setManaged(fault != null);
        if (fault == null || last == null || last.equals(judged)) {
            return;
        }
        judged = last;
        verdict.getChildren().clear();
        last.culprit()
                .flatMap(StepText::broken)
                .ifPresent(check -> verdict.getChildren().add(broken(check)));
        say(fault.text(), Styles.TEXT);
        if (fault.hint() != null) {
            say(fault.hint(), Styles.TEXT_MUTED);
        }
    }

    private static Label broken(Check check) {
        Label rule = wrapped("Breaks " + check.rule() + ": " + check.text(), Styles.TEXT_BOLD);
        rule.setId("sign-in-broken");
        return rule;
    }

    private void say(String text, String style) {
        verdict.getChildren().add(wrapped(text, style));
    }

    private static Label wrapped(String text, String style) {
        Label label = new Label(VisibleText.brief(text, LONGEST));
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }
}
