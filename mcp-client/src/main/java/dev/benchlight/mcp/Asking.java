package dev.benchlight.mcp;

import dev.benchlight.mcp.rpc.Answer;
import dev.benchlight.mcp.rpc.Question;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;

import java.util.Optional;

/// Passes on what a server asks, if it may ask that: what was not declared to it is refused, as the
/// sections "Sampling", "Elicitation" and "Roots" of the specification say. Thread-safe.
///
/// @param server the server's name as the user knows it
public record Asking(String server, ClientHandlers handlers) {
    public static final String ELICITATION = "elicitation/create";
    public static final String SAMPLING = "sampling/createMessage";
    public static final String ROOTS = "roots/list";

    /// The answer to a question that was dismissed, or not answered in time.
    public static Answer cancelled(Question question) {
        return question.method().equals(ELICITATION)
                ? new Answer.Result(JsonNodeFactory.instance.objectNode().put("action", "cancel"))
                : Answer.refused("cancelled: " + question.method() + " was not answered");
    }

    /// Blocks until there is an answer.
    public Answer answer(Question question) {
        JsonNode all = handlers.capabilities().orElseGet(MissingNode::getInstance);
        JsonNode declared =
                switch (question.method()) {
                    case ELICITATION -> all.path("elicitation");
                    case SAMPLING -> all.path("sampling");
                    case ROOTS -> all.path("roots");
                    default -> MissingNode.getInstance();
                };
        if (declared.isMissingNode()) {
            return new Answer.Unsupported();
        }
        return wrong(question, declared)
                .<Answer>map(why -> new Answer.Refused(Answer.INVALID_PARAMS, "refused: " + why))
                .orElseGet(() -> handlers.answer(server, question));
    }

    private static Optional<String> wrong(Question question, JsonNode declared) {
        return switch (question.method()) {
            case ELICITATION -> wrongMode(question.params(), declared);
            case SAMPLING -> SamplingRules.broken(question.params(), declared);
            default -> Optional.empty();
        };
    }

    /// An empty capability stands for forms alone.
    private static Optional<String> wrongMode(JsonNode params, JsonNode declared) {
        String mode = params.path("mode").asString("form");
        boolean offered = declared.has(mode) || (declared.isEmpty() && mode.equals("form"));
        return offered
                ? Optional.empty()
                : Optional.of("this client does not offer elicitation of mode " + mode);
    }
}
