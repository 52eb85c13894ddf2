package dev.benchlight.app.doctor;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;

/// What the doctor finds in catalogues written down in a test.
final class Looked {
    private static final JsonMapper JSON = JsonMapper.shared();

    private Looked() {}

    /// @param tools each as JSON
    static List<Finding> atTools(String... tools) {
        return Doctor.of(tools(tools));
    }

    static Offer tools(String... tools) {
        List<JsonNode> all = List.of(tools).stream().map(JSON::readTree).toList();
        return new Offer(false, JSON.readTree("{}"), all, List.of(), List.of(), List.of());
    }

    /// The codes of what is found in one tool, without the notes.
    static List<String> codes(String tool) {
        return atTools(tool).stream()
                .filter(finding -> finding.severity() != Severity.NOTE)
                .map(Finding::code)
                .toList();
    }

    /// A tool that nothing is wrong with but what is given.
    static String tool(String name, String description) {
        ObjectNode tool = JSON.createObjectNode().put("name", name).put("description", description);
        tool.putObject("inputSchema").put("type", "object");
        return tool.toString();
    }

    static String toolOf(String inputSchema) {
        ObjectNode tool = JSON.createObjectNode().put("name", "t").put("description", "Works.");
        tool.set("inputSchema", JSON.readTree(inputSchema));
        return tool.toString();
    }

    /// A tool with one argument of this schema.
    static String argument(String schema) {
        return toolOf("{\"type\": \"object\", \"properties\": {\"a\": %s}}".formatted(schema));
    }

    static String claiming(String name, String annotations) {
        ObjectNode tool = (ObjectNode) JSON.readTree(tool(name, "Works."));
        tool.set("annotations", JSON.readTree(annotations));
        return tool.toString();
    }
}
