package dev.benchlight.mcp.schema;

import dev.benchlight.mcp.rpc.Layer;
import dev.benchlight.mcp.rpc.Problem;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;

/// Turns `name=value` texts of the command line into arguments of the types a schema asks for. A
/// text that does not fit is refused, never converted to something else.
public final class ArgumentParser {
    private ArgumentParser() {}

    /// What became of the texts.
    public sealed interface Parsed {
        /// All fitted. The numbers are written exactly as they were typed.
        record Arguments(ObjectNode value) implements Parsed {}

        /// One did not fit; code `bad-argument`, and the message names it.
        record Refused(Problem problem) implements Parsed {}
    }

    /// Converts each text by the type its property has in `schema`. Whether the whole is valid (all
    /// that is required there, in range, …) is for [SchemaValidator].
    public static Parsed parse(JsonNode schema, List<String> arguments) {
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            if (equals < 1) {
                return new Parsed.Refused(
                        Problem.of(
                                "bad-argument",
                                Layer.INPUT,
                                "expected name=value, got: " + argument));
            }
            result.put(argument.substring(0, equals), argument.substring(equals + 1));
        }
        return new Parsed.Arguments(result);
    }
}
