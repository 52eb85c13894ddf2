package dev.benchlight.app.ui.asks;

import atlantafx.base.theme.Styles;

import dev.benchlight.app.ui.form.ArgumentsEditor;
import dev.benchlight.app.ui.fx.VisibleText;
import dev.benchlight.mcp.rpc.Answer;

import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import tools.jackson.databind.JsonNode;

/// A `sampling/createMessage`, answered by hand: what the model is to be told can be read, and what
/// it says is typed, as text or as the JSON of the result.
final class SamplingBody implements Body {
    private final OpenQuestion question;
    private final ArgumentsEditor reply;
    private final String preset;
    private final VBox node = new VBox(8);

    SamplingBody(OpenQuestion question, AskServices services, Always always) {
        this.question = question;
        JsonNode params = question.params();
        reply = new ArgumentsEditor(services.fx(), SamplingText.replySchema());
        reply.setText(SamplingText.emptyReply());
        preset = reply.text();
        String facts = SamplingText.facts(params);
        TextArea request =
                Layout.text("What the model is to be told", SamplingText.conversation(params), 7);
        TextArea whole = Layout.json("The request as JSON", params, 7);
        ToggleButton json = new ToggleButton("The request as JSON");
        json.getStyleClass().add("small");
        show(whole, false);
        json.setOnAction(_ -> {
            show(whole, json.isSelected());
            show(request, !json.isSelected());
        });
        Region editor = reply.node();
        editor.setMinHeight(150);
        VBox.setVgrow(editor, Priority.ALWAYS);
        node.getChildren()
                .addAll(
                        Layout.paragraph("It wants a model to go on from here.", "text-muted"),
                        request,
                        whole,
                        Layout.paragraph(VisibleText.brief(facts, 1_000), "text-muted"),
                        Layout.buttons(json),
                        Layout.paragraph("You are the model. Your reply:"),
                        editor,
                        always.box("Always refuse to play a model for this server"),
                        Layout.buttons(
                                Layout.button("Send the reply", this::send, Styles.ACCENT),
                                Layout.button(
                                        "Refuse",
                                        () -> {
                                            always.keep();
                                            question.decline();
                                        })));
    }

    private static void show(TextArea area, boolean shown) {
        area.setVisible(shown);
        area.setManaged(shown);
    }

    private void send() {
        reply.validateNow(validity -> {
            JsonNode value = reply.value();
            if (!validity.sendable() || value == null) {
                reply.focusFirstProblem();
                return;
            }
            question.answer(new Answer.Result(value));
        });
    }

    @Override
    public Region node() {
        return node;
    }

    @Override
    public void focus() {
        reply.focusFirst();
    }

    @Override
    public String draft() {
        return reply.text().equals(preset) ? "" : reply.text();
    }
}
