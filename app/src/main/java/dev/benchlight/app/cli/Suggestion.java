package dev.benchlight.app.cli;

import dev.benchlight.app.workspace.Names;
import dev.benchlight.mcp.Listing;
import dev.benchlight.mcp.rpc.Call;
import dev.benchlight.mcp.rpc.Outcome;
import dev.benchlight.mcp.rpc.Problem;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/// What may have been meant, where a server answered with an error to a name it does not list. Its
/// list is asked for only then, since it may be without what the server knows all the same.
final class Suggestion {
    private Suggestion() {}

    static <T> Reply with(
            Reply reply,
            SessionRun run,
            String typed,
            Supplier<Call<Listing<T>>> list,
            Function<T, String> name) {
        Problem problem = reply.problem();
        if (problem == null || !problem.code().equals("rpc-error") || problem.hint() != null) {
            return reply;
        }
        if (run.await(list.get()) instanceof Outcome.Ok<Listing<T>>(Listing<T> listing)) {
            List<String> known = listing.items().stream().map(name).toList();
            List<String> near = known.contains(typed) ? List.of() : Names.near(typed, known);
            if (!near.isEmpty()) {
                String meant = "Did you mean " + String.join(" or ", near) + "?";
                return reply.with(reply.exit(), problem.withHint(meant));
            }
        }
        return reply;
    }
}
