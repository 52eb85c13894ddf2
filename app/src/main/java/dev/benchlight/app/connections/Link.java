package dev.benchlight.app.connections;

import dev.benchlight.app.workspace.InputException;
import dev.benchlight.app.workspace.ServerEntry;
import dev.benchlight.mcp.Listing;
import dev.benchlight.mcp.McpSession;
import dev.benchlight.mcp.ServerDescription;
import dev.benchlight.mcp.SessionListener;
import dev.benchlight.mcp.SessionState;
import dev.benchlight.mcp.Warning;
import dev.benchlight.mcp.rpc.Call;
import dev.benchlight.mcp.rpc.CallOptions;
import dev.benchlight.mcp.rpc.Outcome;
import dev.benchlight.mcp.wire.ServerConfig;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// One attempt at a connection, from preparing the entry to the end of its session. Thread-safe.
final class Link implements SessionListener {
    private final ServerEntry entry;
    private final Preparation preparation;
    private final Sessions sessions;
    private final Runnable changed;
    private final BiConsumer<String, JsonNode> notified;
    private final Rest rest;
    private final Semaphore wanted = new Semaphore(0);
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean closing;
    private volatile SessionState own = new SessionState.Connecting("reading the entry");
    private volatile Optional<McpSession> session = Optional.empty();
    private volatile Catalogue catalogue = Catalogue.EMPTY;
    private volatile List<Warning> failedListings = List.of();

    /// What passes between two listings, whatever changes meanwhile.
    @FunctionalInterface
    interface Rest {
        Rest SECOND = ended -> ended.await(1, TimeUnit.SECONDS);

        /// Waits.
        ///
        /// @param ended reaches zero when there will be no more listings
        void take(CountDownLatch ended) throws InterruptedException;
    }

    /// @param changed called after each change; must not block
    /// @param notified called with each notification; must not block
    Link(
            ServerEntry entry,
            Preparation preparation,
            Sessions sessions,
            Runnable changed,
            BiConsumer<String, JsonNode> notified,
            Rest rest) {
        this.entry = entry;
        this.preparation = preparation;
        this.sessions = sessions;
        this.changed = changed;
        this.notified = notified;
        this.rest = rest;
    }

    void start() {
        changed.run();
        Thread.ofVirtual().name("connection-" + entry.name()).start(this::run);
    }

    SessionState state() {
        SessionState ended = own;
        return ended instanceof SessionState.Failed || ended instanceof SessionState.Closed
                ? ended
                : session.map(McpSession::state).orElse(ended);
    }

    Optional<McpSession> session() {
        return session;
    }

    Catalogue catalogue() {
        return catalogue;
    }

    /// What the session warns of, and what could not be listed.
    List<Warning> warnings() {
        return Stream.concat(
                        session.stream().flatMap(s -> s.warnings().stream()),
                        failedListings.stream())
                .toList();
    }

    boolean isReady() {
        return state() instanceof SessionState.Ready || state() instanceof SessionState.Degraded;
    }

    boolean isActive() {
        return !closing && (isReady() || state() instanceof SessionState.Connecting);
    }

    void refresh() {
        wanted.release();
    }

    /// Ends the session and waits for that.
    void close() {
        closing = true;
        ended.countDown();
        wanted.release();
        session.ifPresent(McpSession::close);
        if (!(state() instanceof SessionState.Failed)) {
            own = new SessionState.Closed();
        }
        changed.run();
    }

    @Override
    public void stateChanged(SessionState state) {
        if (state instanceof SessionState.Closed || state instanceof SessionState.Failed) {
            ended.countDown();
        }
        wanted.release();
        changed.run();
    }

    @Override
    public void notified(String method, JsonNode params) {
        if (method.endsWith("/list_changed")) {
            wanted.release();
        }
        notified.accept(method, params);
        changed.run();
    }

    @Override
    public void stderr(String line) {
        changed.run();
    }

    private void run() {
        try {
            ServerConfig config = preparation.prepare(entry);
            McpSession created = sessions.create(config, this);
            session = Optional.of(created);
            if (closing) {
                created.close();
                return;
            }
            if (created.connect().await() instanceof Outcome.Ok<ServerDescription>(var server)) {
                keepListed(created, server);
            }
            if (!closing) {
                created.close();
            }
        } catch (InputException e) {
            own = new SessionState.Failed("reading the entry", e.problem());
        } finally {
            changed.run();
        }
    }

    /// Lists what the server offers, and again when something changed, until the session ends.
    private void keepListed(McpSession ready, ServerDescription server) {
        try {
            while (isActive()) {
                wanted.drainPermits();
                list(ready, server);
                changed.run();
                rest.take(ended);
                wanted.acquire();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Asks for all kinds at once and shows each as it comes, so that one that is slow does not
    /// hide the others.
    private void list(McpSession ready, ServerDescription server) {
        Lister lister = new Lister(server);
        Catalogue old = catalogue;
        var tools = lister.list("tools", ready::listTools, old.tools());
        var prompts = lister.list("prompts", ready::listPrompts, old.prompts());
        var resources = lister.list("resources", ready::listResources, old.resources());
        var templates = lister.list("resources", ready::listResourceTemplates, old.templates());
        Catalogue now =
                new Catalogue(
                        tools.get(), old.prompts(), old.resources(), old.templates(), old.asked());
        show(now);
        now =
                new Catalogue(
                        now.tools(), prompts.get(), old.resources(), old.templates(), old.asked());
        show(now);
        show(new Catalogue(now.tools(), now.prompts(), resources.get(), templates.get(), true));
        failedListings = lister.failed();
    }

    private void show(Catalogue now) {
        catalogue = now;
        changed.run();
    }

    /// Asks for listings the server declared, keeping the earlier one where it fails.
    private static final class Lister {
        private final ServerDescription server;
        private final List<Warning> failed = new ArrayList<>();

        Lister(ServerDescription server) {
            this.server = server;
        }

        /// Asks at once.
        ///
        /// @return waits for the answer
        <T> Supplier<Listing<T>> list(
                String capability,
                Function<CallOptions, Call<Listing<T>>> request,
                Listing<T> earlier) {
            if (!server.has(capability)) {
                return () -> earlier;
            }
            Call<Listing<T>> call = request.apply(CallOptions.DEFAULT);
            return () -> answer(capability, call.await(), earlier);
        }

        private <T> Listing<T> answer(
                String capability, Outcome<Listing<T>> outcome, Listing<T> earlier) {
            return switch (outcome) {
                case Outcome.Ok<Listing<T>>(Listing<T> listing) -> listing;
                case Outcome.NotOk<Listing<T>> failure -> {
                    failed.add(
                            new Warning(
                                    failure.problem().code(),
                                    "Listing " + capability + ": " + failure.problem().message(),
                                    1,
                                    List.of()));
                    yield earlier;
                }
            };
        }

        List<Warning> failed() {
            return List.copyOf(failed);
        }
    }
}
