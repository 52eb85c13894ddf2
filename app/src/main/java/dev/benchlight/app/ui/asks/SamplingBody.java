package dev.benchlight.app.ui.asks;

import dev.benchlight.mcp.rpc.Answer;

import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import tools.jackson.databind.JsonNode;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A `sampling/createMessage`, answered by hand: what the model is to be told can be read and
/// edited, and what it says is typed, as text or as the JSON of the result.
final class SamplingBody implements Body {
    private final OpenQuestion question;
    private final SamplingRequest request;
    private final PresetEditor reply;
    private final VBox node = new VBox(8);
    private final Region foot;

    SamplingBody(OpenQuestion question, AskServices services, Always always) {
        this.question = question;
        request = new SamplingRequest(question.params(), services);
        reply =
                new PresetEditor(
                        services.fx(), SamplingSchemas.reply(), SamplingSchemas.emptyReply(), 150);
        node.getChildren()
                .addAll(
                        Layout.paragraph("It wants a model to go on from here.", "text-muted"),
                        request,
                        Layout.paragraph("You are the model. Your reply:"),
                        reply.node());
        foot =
                Layout.foot(
                        always.box("Always refuse to play a model for this server"),
                        Layout.sending("Send the reply", this::send),
                        always.refusal("Refuse"));
    }

    @Override
    public void send() {
        reply.checked(value -> request.edited(edited -> answer(value, edited)));
    }

    private void answer(JsonNode value, Optional<JsonNode> edited) {
        edited.ifPresent(question::answersInstead);
        question.answer(new Answer.Result(value));
    }

    @Override
    public Region foot() {
        return foot;
    }

    @Override
    public Region node() {
        return node;
    }

    @Override
    public void focus() {
        reply.focus();
    }

    @Override
    public String draft() {
        return Stream.of(reply.draft(), request.draft())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n\n"));
    }
}
