package dev.benchlight.mcp;

import dev.benchlight.mcp.rpc.Outcome;
import dev.benchlight.mcp.rpc.RpcRequest;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/// The values that a server suggests for an argument ("Completion"). Unknown fields stay in `json`.
///
/// @param json the whole result of `completion/complete`
public record Completion(JsonNode json) {
    static final String METHOD = "completion/complete";

    /// More than a server may give (100), since some give more.
    private static final int MOST = 200;

    private static final int LONGEST = 2_000;

    /// The values, as the server ranks them; those that are too long to be picked from a list, and
    /// what is no string, are left out, as is what exceeds a long list.
    public List<String> values() {
        return json.at("/completion/values")
                .valueStream()
                .filter(JsonNode::isString)
                .map(JsonNode::stringValue)
                .filter(value -> value.length() <= LONGEST)
                .distinct()
                .limit(MOST)
                .toList();
    }

    /// How many there are, where the server says so.
    public OptionalLong total() {
        JsonNode total = json.at("/completion/total");
        return total.isIntegralNumber() && total.canConvertToLong() && total.longValue() >= 0
                ? OptionalLong.of(total.longValue())
                : OptionalLong.empty();
    }

    /// Whether there are more than [#values]: the server says so, or some were left out.
    public boolean hasMore() {
        int sent = json.at("/completion/values").size();
        int shown = values().size();
        return json.at("/completion/hasMore").asBoolean(false)
                || sent > shown
                || total().orElse(0) > shown;
    }

    /// Whether the revision and the server have completions: those of 2024-11-05 did not declare
    /// them.
    public static boolean isOffered(ServerDescription server) {
        return server.has("completions") || server.revision() == Revision.R2024_11_05;
    }

    /// @param others what the other arguments are so far; sent from 2025-06-18 on
    static RpcRequest<Completion> request(
            Completable of,
            String argument,
            String value,
            Map<String, String> others,
            Revision revision) {
        ObjectNode params = JsonNodeFactory.instance.objectNode();
        params.set("ref", of.ref());
        params.putObject("argument").put("name", argument).put("value", value);
        if (!others.isEmpty() && revision.compareTo(Revision.R2025_06_18) >= 0) {
            others.forEach(params.putObject("context").putObject("arguments")::put);
        }
        return new RpcRequest<>(
                METHOD, argument, params, false, Completion::read, Completion::summary);
    }

    private static Outcome<Completion> read(JsonNode result) {
        return Shape.of(METHOD, result)
                .required("/completion", JsonNode::isObject, "an object")
                .required("/completion/values", JsonNode::isArray, "an array")
                .outcome(() -> new Outcome.Ok<>(new Completion(result)));
    }

    private static String summary(JsonNode result) {
        int count = result.at("/completion/values").size();
        return count == 1 ? "1 value" : count + " values";
    }
}
