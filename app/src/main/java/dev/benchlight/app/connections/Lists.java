package dev.benchlight.app.connections;

import dev.benchlight.mcp.Listing;
import dev.benchlight.mcp.McpSession;
import dev.benchlight.mcp.ServerDescription;
import dev.benchlight.mcp.Warning;
import dev.benchlight.mcp.rpc.Call;
import dev.benchlight.mcp.rpc.CallOptions;
import dev.benchlight.mcp.rpc.Layer;
import dev.benchlight.mcp.rpc.Outcome;
import dev.benchlight.mcp.rpc.Problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// Asks a session for what it offers, all at once, and tells of each list as it arrives: one that
/// is slow or fails hides no other.
final class Lists {
    private static final System.Logger LOG = System.getLogger(Lists.class.getName());

    private final ServerDescription server;
    private final Consumer<UnaryOperator<LinkState>> arrived;
    private final List<Thread> waiting = new ArrayList<>();

    /// What a server may say that it changed, by capability.
    static final Set<String> ALL = Set.of("tools", "prompts", "resources");

    /// @param arrived takes what a list changes, on any thread; must not block
    Lists(ServerDescription server, Consumer<UnaryOperator<LinkState>> arrived) {
        this.server = server;
        this.arrived = arrived;
    }

    /// Asks for some kinds, and waits for all the answers; never longer than the calls' deadlines.
    ///
    /// @param kinds some of [#ALL]
    void ask(McpSession session, Set<String> kinds) throws InterruptedException {
        if (kinds.contains("tools")) {
            ask("tools", "tools", session::listTools, Catalogue::tools, Catalogue::withTools);
        }
        if (kinds.contains("prompts")) {
            ask(
                    "prompts",
                    "prompts",
                    session::listPrompts,
                    Catalogue::prompts,
                    Catalogue::withPrompts);
        }
        if (kinds.contains("resources")) {
            askForResources(session);
        }
        for (Thread answer : waiting) {
            answer.join();
        }
        arrived.accept(LinkState::allAsked);
    }

    private void askForResources(McpSession session) {
        ask(
                "resources",
                "resources",
                session::listResources,
                Catalogue::resources,
                Catalogue::withResources);
        ask(
                "resources",
                "resource templates",
                session::listResourceTemplates,
                Catalogue::templates,
                Catalogue::withTemplates);
    }

    private <T> void ask(
            String capability,
            String what,
            Function<CallOptions, Call<Listing<T>>> request,
            Function<Catalogue, Listing<T>> earlier,
            BiFunction<Catalogue, Listing<T>, Catalogue> with) {
        if (!server.has(capability)) {
            return;
        }
        Call<Listing<T>> call = request.apply(CallOptions.DEFAULT);
        waiting.add(
                Thread.ofVirtual()
                        .name("list-" + what)
                        .start(() -> arrived.accept(change(answer(call), what, earlier, with))));
    }

    private static <T> Outcome<Listing<T>> answer(Call<Listing<T>> call) {
        try {
            return call.await();
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "a list broke", e);
            return new Outcome.ProtocolViolation<>(
                    Problem.of("internal-fault", Layer.PROTOCOL, "a fault of Benchlight's: " + e));
        }
    }

    private static <T> UnaryOperator<LinkState> change(
            Outcome<Listing<T>> outcome,
            String what,
            Function<Catalogue, Listing<T>> earlier,
            BiFunction<Catalogue, Listing<T>, Catalogue> with) {
        return switch (outcome) {
            case Outcome.Ok<Listing<T>>(Listing<T> listing) ->
                    now -> now.listed(what, old -> with.apply(old, listing));
            case Outcome.NotOk<Listing<T>> failure ->
                    now ->
                            now.unlisted(
                                    what,
                                    warning(what, failure.problem()),
                                    old -> with.apply(old, partOf(earlier.apply(old))));
        };
    }

    /// What was listed before, which need not be all there is now.
    private static <T> Listing<T> partOf(Listing<T> earlier) {
        return new Listing<>(earlier.items(), earlier.pages(), earlier.warnings(), false);
    }

    private static Warning warning(String what, Problem why) {
        return new Warning(
                why.code(), "The " + what + " could not be listed: " + why.message(), 1, List.of());
    }
}
