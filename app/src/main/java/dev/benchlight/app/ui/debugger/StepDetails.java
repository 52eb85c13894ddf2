package dev.benchlight.app.ui.debugger;

import atlantafx.base.theme.Styles;

import dev.benchlight.app.ui.fx.Icons;
import dev.benchlight.app.ui.fx.VisibleText;
import dev.benchlight.app.ui.signin.Attempt;
import dev.benchlight.mcp.auth.AuthFault;
import dev.benchlight.mcp.auth.AuthStep;
import dev.benchlight.mcp.auth.AuthStep.Check;
import dev.benchlight.mcp.auth.DecodedToken;

import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// One step in full: the rules it meets or breaks, what was sent, what came, and what can be read
/// of a token. JavaFX thread only.
final class StepDetails extends ScrollPane {
    private static final int LONGEST = 2_000;
    private static final int MOST_ROWS = 14;
    private final VBox content = new VBox(6);
    private @Nullable StepRow shown;

    StepDetails() {
        setFitToWidth(true);
        getStyleClass().add("edge-to-edge");
        content.getStyleClass().add("step-details");
        setContent(content);
    }

    void show(@Nullable StepRow row) {
        if (row != null && row.equals(shown)) {
            return;
        }
        shown = row;
        content.getChildren().clear();
        setVvalue(0);
        if (row == null) {
            content.getChildren().add(wrapped("Choose a step to see it.", Styles.TEXT_MUTED));
        } else if (row.step() == null) {
            attempt(row.attempt());
        } else {
            step(row.step());
        }
    }

    private void attempt(Attempt attempt) {
        AuthFault fault = attempt.fault();
        content.getChildren().add(heading("Attempt " + attempt.number()));
        if (fault == null) {
            content.getChildren()
                    .add(
                            wrapped(
                                    attempt.running() ? "Under way." : "It came to a token.",
                                    Styles.TEXT));
            return;
        }
        content.getChildren().add(wrapped(VisibleText.brief(fault.text(), LONGEST), Styles.TEXT));
        if (fault.hint() != null) {
            content.getChildren()
                    .add(wrapped(VisibleText.brief(fault.hint(), LONGEST), Styles.TEXT_MUTED));
        }
    }

    private void step(AuthStep step) {
        content.getChildren().add(heading(step.name()));
        step.checks().stream().filter(check -> !check.met()).forEach(this::check);
        step.checks().stream().filter(Check::met).forEach(this::check);
        for (DecodedToken token : step.tokens()) {
            block("Token", StepText.token(token));
        }
        AuthStep.Exchange exchange = step.exchange();
        if (exchange != null) {
            block("Request", StepText.request(exchange));
            block("Response", StepText.response(exchange));
        }
    }

    private void check(Check check) {
        FontIcon icon = Icons.icon(check.met() ? Feather.CHECK : Feather.X);
        icon.getStyleClass().add(check.met() ? "step-sound" : "step-broken");
        Label label =
                wrapped(
                        check.rule() + ": " + VisibleText.brief(check.text(), LONGEST),
                        check.met() ? Styles.TEXT : Styles.DANGER);
        label.setGraphic(icon);
        label.setGraphicTextGap(8);
        label.setAccessibleText((check.met() ? "Kept: " : "Broken: ") + label.getText());
        content.getChildren().add(label);
    }

    private void block(String name, String text) {
        if (text.isEmpty()) {
            return;
        }
        Label title = wrapped(name, Styles.TEXT_MUTED);
        TextArea area = new TextArea(text);
        area.setEditable(false);
        area.setWrapText(true);
        area.getStyleClass().add("monospaced");
        area.setPrefRowCount(Math.clamp(text.lines().count(), 2, MOST_ROWS));
        area.setMinHeight(Region.USE_PREF_SIZE);
        area.setAccessibleText(name);
        title.setLabelFor(area);
        content.getChildren().addAll(title, area);
    }

    private static Label heading(String text) {
        return wrapped(text, Styles.TEXT_BOLD);
    }

    private static Label wrapped(String text, String style) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }
}
