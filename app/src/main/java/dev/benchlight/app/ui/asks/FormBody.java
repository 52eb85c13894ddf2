package dev.benchlight.app.ui.asks;

import dev.benchlight.mcp.rpc.Answer;
import dev.benchlight.mcp.schema.InitialValue;

import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// An elicitation of mode `form`: what is accepted fits the schema that came with it.
final class FormBody implements Body {
    private final OpenQuestion question;
    private final PresetEditor editor;
    private final VBox node = new VBox(8);
    private final Region foot;

    FormBody(OpenQuestion question, AskServices services, Always always) {
        this.question = question;
        JsonNode params = question.params();
        JsonNode schema = params.path("requestedSchema");
        editor = new PresetEditor(services.fx(), schema, preset(schema).toPrettyString(), 140);
        node.getChildren().add(Layout.said(params.path("message").asString("(no message)")));
        SecretWords.in(params)
                .ifPresent(what ->
                        node.getChildren()
                                .add(
                                        Layout.warning(
                                                "This form seems to ask for a secret ("
                                                        + what
                                                        + "). No server may do that in a form: what"
                                                        + " you type goes to it in the clear, and"
                                                        + " into the trace.")));
        node.getChildren().add(editor.node());
        foot =
                Layout.foot(
                        always.box("Always decline the forms of this server"),
                        Layout.sending("Accept", this::send),
                        always.refusal("Decline"),
                        Layout.button("Cancel", question::cancel));
    }

    /// What a form begins with: unlike in a call, what is preset is sent unless the user changes
    /// it.
    private static ObjectNode preset(JsonNode schema) {
        ObjectNode preset = InitialValue.of(schema);
        schema.path("properties")
                .properties()
                .forEach(property ->
                        property.getValue()
                                .optional("default")
                                .ifPresent(value -> preset.putIfAbsent(property.getKey(), value)));
        return preset;
    }

    @Override
    public void send() {
        editor.checked(value -> {
            ObjectNode result = JsonNodeFactory.instance.objectNode().put("action", "accept");
            question.answer(new Answer.Result(result.set("content", value)));
        });
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
        editor.focus();
    }

    @Override
    public String draft() {
        return editor.draft();
    }
}
