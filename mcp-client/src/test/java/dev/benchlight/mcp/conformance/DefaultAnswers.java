package dev.benchlight.mcp.conformance;

import dev.benchlight.mcp.ClientHandlers;
import dev.benchlight.mcp.rpc.Answer;
import dev.benchlight.mcp.rpc.Question;
import dev.benchlight.mcp.schema.Field;
import dev.benchlight.mcp.schema.InitialValue;
import dev.benchlight.mcp.schema.SchemaReader;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.Optional;

/// Accepts every form as it is preset, knows no folder, and says "ok" as a model.
final class DefaultAnswers implements ClientHandlers {
    @Override
    public Optional<JsonNode> capabilities() {
        return Optional.of(json("{\"elicitation\":{\"form\":{}},\"sampling\":{},\"roots\":{}}"));
    }

    @Override
    public Answer answer(String server, Question question) {
        JsonNode params = question.params();
        return switch (question.method()) {
            case "elicitation/create" ->
                    new Answer.Result(accepted(params.path("requestedSchema")));
            case "sampling/createMessage" ->
                    new Answer.Result(
                            json(
                                    "{\"role\":\"assistant\",\"model\":\"none\","
                                            + "\"content\":{\"type\":\"text\",\"text\":\"ok\"}}"));
            case "roots/list" -> new Answer.Result(json("{\"roots\":[]}"));
            default -> new Answer.Unsupported();
        };
    }

    private static JsonNode accepted(JsonNode schema) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("action", "accept");
        return answer.set("content", preset(schema));
    }

    /// Every member of an object as a form first shows it.
    static ObjectNode preset(JsonNode schema) {
        ObjectNode values = JsonNodeFactory.instance.objectNode();
        SchemaReader reader = new SchemaReader(schema);
        if (reader.read(schema) instanceof Field.Group group) {
            for (Field.Property property : group.properties()) {
                values.set(property.name(), InitialValue.blank(reader, property.schema()));
            }
        }
        return values;
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }
}
