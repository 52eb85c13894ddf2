package dev.benchlight.mcp.conformance;

import dev.benchlight.mcp.rpc.Call;
import dev.benchlight.mcp.rpc.Outcome;

/// What calls come to where anything but a value is a failure.
final class Calls {
    private Calls() {}

    static <T> T ok(Call<T> call) {
        return switch (call.await()) {
            case Outcome.Ok<T>(T value) -> value;
            case Outcome.NotOk<T> failed ->
                    throw new IllegalStateException(failed.problem().toString());
        };
    }
}
