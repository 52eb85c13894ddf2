package dev.benchlight.mcp;

import dev.benchlight.mcp.rpc.Call;
import dev.benchlight.mcp.rpc.Outcome;

/// What calls come to that must succeed.
final class Answered {
    private Answered() {}

    /// Waits for the answer.
    static <T> T ok(Call<T> call) {
        return switch (call.await()) {
            case Outcome.Ok<T>(T value) -> value;
            case Outcome.NotOk<T> notOk -> throw new AssertionError(notOk.problem().toString());
        };
    }

    /// The first text of a result.
    static String text(ToolResult result) {
        return result.json().at("/content/0/text").asString();
    }
}
