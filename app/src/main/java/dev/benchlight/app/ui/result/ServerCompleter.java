package dev.benchlight.app.ui.result;

import dev.benchlight.app.connections.Connection;
import dev.benchlight.app.ui.form.Completer;
import dev.benchlight.mcp.Completable;
import dev.benchlight.mcp.Completion;
import dev.benchlight.mcp.McpSession;
import dev.benchlight.mcp.ServerDescription;
import dev.benchlight.mcp.SessionState;
import dev.benchlight.mcp.rpc.Call;
import dev.benchlight.mcp.rpc.CallOptions;
import dev.benchlight.mcp.rpc.Outcome;
import dev.benchlight.mcp.rpc.Problem;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/// Asks the server for completions. What goes wrong stands in the trace only: nobody waits for a
/// suggestion. JavaFX thread only.
final class ServerCompleter implements Completer {
    private static final int UNKNOWN_METHOD = -32601;
    private static final CallOptions BRIEF =
            CallOptions.DEFAULT.withDeadlines(Duration.ofSeconds(10), Duration.ofSeconds(10));

    private final TabServices services;
    private final Connection connection;
    private final Completable of;

    /// One that does not know of completions; it is not asked again.
    private volatile @Nullable McpSession unable;

    ServerCompleter(TabServices services, Connection connection, Completable of) {
        this.services = services;
        this.connection = connection;
        this.of = of;
    }

    @Override
    public Runnable ask(
            String argument,
            String typed,
            Map<String, String> others,
            Consumer<Suggestions> answer) {
        McpSession session = connection.session().filter(this::isAble).orElse(null);
        if (session == null) {
            return () -> {};
        }
        Call<Completion> call = session.complete(of, argument, typed, others, BRIEF);
        Thread.ofVirtual().name("complete " + argument).start(() -> follow(session, call, answer));
        return call::cancel;
    }

    private boolean isAble(McpSession session) {
        return !session.equals(unable)
                && switch (session.state()) {
                    case SessionState.Ready(ServerDescription server) ->
                            Completion.isOffered(server);
                    case SessionState.Degraded(ServerDescription server, Problem _) ->
                            Completion.isOffered(server);
                    default -> false;
                };
    }

    private void follow(McpSession session, Call<Completion> call, Consumer<Suggestions> answer) {
        switch (call.await()) {
            case Outcome.Ok<Completion>(Completion completion) -> {
                Suggestions suggestions = suggestions(completion);
                services.batcher().run(() -> answer.accept(suggestions));
            }
            case Outcome.RpcError<Completion> error when error.code() == UNKNOWN_METHOD ->
                    unable = session;
            default -> services.batcher().run(() -> answer.accept(NONE));
        }
    }

    private static final Suggestions NONE = new Suggestions(List.of(), "");

    static Suggestions suggestions(Completion completion) {
        List<String> values = completion.values();
        if (!completion.hasMore()) {
            return new Suggestions(values, "");
        }
        String of =
                completion.total().isPresent()
                        ? String.format(Locale.ROOT, " of %,d", completion.total().getAsLong())
                        : " of more";
        return new Suggestions(values, values.size() + of + "; go on typing to narrow them");
    }
}
