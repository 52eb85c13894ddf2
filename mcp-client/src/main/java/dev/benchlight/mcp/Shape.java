package dev.benchlight.mcp;

import dev.benchlight.mcp.rpc.Outcome;
import dev.benchlight.mcp.rpc.Problem;
import dev.benchlight.mcp.rpc.Problems;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.util.function.Predicate;
import java.util.function.Supplier;

/// What must hold of a result before it is taken for an answer: the types of the members that its
/// method defines. The first that is wrong counts. Immutable.
///
/// @param method of the request
/// @param wrong what did not hold so far, or null
record Shape(String method, JsonNode result, @Nullable Problem wrong) {
    static Shape of(String method, JsonNode result) {
        return new Shape(method, result, null);
    }

    /// A member that must be there.
    ///
    /// @param at its JSON pointer
    /// @param type such as `a string`
    Shape required(String at, Predicate<JsonNode> holds, String type) {
        return held(at, result.at(at), holds, type);
    }

    private Shape held(String at, JsonNode found, Predicate<JsonNode> holds, String type) {
        return wrong != null || holds.test(found) ? this : not(at, found, type);
    }

    /// A member that may be left out, but not be null.
    Shape optional(String at, Predicate<JsonNode> holds, String type) {
        JsonNode found = result.at(at);
        return found.isMissingNode() ? this : held(at, found, holds, type);
    }

    /// An array of objects that must be there. What stands in the objects is left to their views,
    /// and an entry that is none is only doubtful: the others are shown all the same.
    Shape objects(String at, Results.Doubts doubts) {
        JsonNode entries = result.at(at);
        for (int i = 0; i < entries.size(); i++) {
            if (entries.isArray() && !entries.path(i).isObject()) {
                String where = at + "/" + i;
                doubts.warning(
                        "bad-item",
                        "results of " + method + " have items that are not objects",
                        Problems.noObject(where, entries.path(i)));
            }
        }
        return held(at, entries, JsonNode::isArray, "an array");
    }

    private Shape not(String at, JsonNode found, String type) {
        return new Shape(method, result, Problems.badResult(method, at, found, type));
    }

    /// The outcome of a result in which all held, else what did not.
    <T> Outcome<T> outcome(Supplier<Outcome<T>> good) {
        return wrong == null ? good.get() : new Outcome.ProtocolViolation<>(wrong);
    }
}
