package dev.benchlight.app.ui.result;

import dev.benchlight.app.ui.fx.VisibleText;
import dev.benchlight.mcp.ElicitedUrl;
import dev.benchlight.mcp.rpc.Outcome;
import dev.benchlight.mcp.rpc.Problem;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import tools.jackson.databind.JsonNode;

import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/// A call that brought no result: what happened, in which layer, and what to try.
final class FailureView extends VBox {
    /// What the user may do about it.
    ///
    /// @param retry sends the same request again
    /// @param restart ends the connection and connects anew
    /// @param raw shows the bytes of the answer
    /// @param openLink opens an address in the browser, after asking
    record Actions(Runnable retry, Runnable restart, Runnable raw, Consumer<String> openLink) {}

    FailureView(Outcome.NotOk<JsonNode> outcome, Actions actions) {
        getStyleClass().add("failure");
        Problem problem = outcome.problem();
        Verdict verdict = Verdict.of(outcome);
        Label word = Parts.label(verdict.word(), "failure-word", verdict.style());
        word.setGraphic(new FontIcon(verdict.icon()));
        getChildren()
                .addAll(
                        word,
                        Parts.paragraph(
                                VisibleText.sentence(problem.message()), "failure-message"));
        if (problem.hint() != null) {
            getChildren().add(Parts.paragraph(VisibleText.sentence(problem.hint()), "muted"));
        }
        WaitCountdown.of(problem.details(), InstantSource.system()).ifPresent(getChildren()::add);
        if (outcome instanceof Outcome.Cancelled<JsonNode>
                || outcome instanceof Outcome.Refused<JsonNode>) {
            // What the user wanted is no failure of any layer.
            getStyleClass().add("cancelled");
        } else {
            getChildren().add(Parts.label(layer(problem), "muted", "fact"));
        }
        if (outcome instanceof Outcome.RpcError<JsonNode> error
                && error.code() == ElicitedUrl.REQUIRED
                && error.data() != null) {
            ElicitedUrl.all(error.data()).forEach(page -> addPage(page, actions));
        }
        getChildren().add(row(outcome, actions));
        addData(outcome);
        if (problem.details() != null) {
            addDetails(problem.details());
        }
    }

    /// A page that has to be opened before the call can be made again.
    private void addPage(ElicitedUrl page, Actions actions) {
        String address = VisibleText.strict(page.text());
        getChildren()
                .addAll(
                        Parts.paragraph(VisibleText.brief(page.message()), "failure-message"),
                        Parts.paragraph(address, "monospaced"));
        page.warnings().forEach(w -> getChildren().add(Parts.paragraph(w, "warning")));
        if (page.uri().isEmpty()) {
            getChildren().add(Parts.paragraph("Not opened: " + page.refusal() + ".", "warning"));
        } else {
            String host = page.uri().get().getHost();
            getChildren()
                    .add(
                            Parts.text(
                                    Feather.EXTERNAL_LINK,
                                    "Open the page on " + host + "…",
                                    () -> actions.openLink().accept(page.text())));
        }
    }

    private static String layer(Problem problem) {
        return "Layer: "
                + problem.layer().name().toLowerCase(Locale.ROOT)
                + "  ·  code: "
                + problem.code();
    }

    private static Node row(Outcome.NotOk<JsonNode> outcome, Actions actions) {
        Button again = Parts.text(Feather.ROTATE_CW, "Try again", actions.retry());
        FlowPane row = new FlowPane(8, 8, again);
        if (outcome instanceof Outcome.TransportError<JsonNode>) {
            row.getChildren()
                    .add(Parts.text(Feather.REFRESH_CW, "Restart server", actions.restart()));
        }
        if (outcome instanceof Outcome.ProtocolViolation<JsonNode>) {
            row.getChildren().add(Parts.text(Feather.CODE, "Show the raw answer", actions.raw()));
        }
        return row;
    }

    private void addData(Outcome.NotOk<JsonNode> outcome) {
        if (outcome instanceof Outcome.RpcError<JsonNode> error && error.data() != null) {
            getChildren().add(folded("Data sent with the error", error.data(), true));
        }
    }

    private void addDetails(JsonNode details) {
        JsonNode stderr = details.path("stderr");
        if (!stderr.isMissingNode()) {
            String lines =
                    stderr.isArray()
                            ? String.join(
                                    "\n",
                                    stderr.valueStream()
                                            .map(line -> line.asString(line.toString()))
                                            .toList())
                            : stderr.asString(stderr.toString());
            getChildren().add(folded("Standard error of the server", lines, true));
        }
        getChildren().add(folded("Details", details, false));
    }

    private static TitledPane folded(String title, JsonNode json, boolean open) {
        return folded(title, json.toPrettyString(), open);
    }

    private static TitledPane folded(String title, String text, boolean open) {
        TextArea area = new TextArea(VisibleText.of(cut(text)));
        area.setEditable(false);
        area.getStyleClass().add("failure-details");
        area.setPrefRowCount(Math.clamp(text.lines().count(), 2, 12));
        area.setAccessibleText(title);
        TitledPane pane = new TitledPane(title, area);
        pane.getStyleClass().addAll(List.of("dense", "alt-icon"));
        pane.setAnimated(false);
        pane.setExpanded(open);
        return pane;
    }

    private static String cut(String text) {
        int longest = 20_000;
        return text.length() <= longest
                ? text
                : text.substring(0, longest) + "\n… the rest is in the trace";
    }
}
