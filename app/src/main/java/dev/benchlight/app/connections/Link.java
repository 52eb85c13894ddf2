package dev.benchlight.app.connections;

import dev.benchlight.app.workspace.InputException;
import dev.benchlight.app.workspace.ServerEntry;
import dev.benchlight.mcp.ListenState;
import dev.benchlight.mcp.McpSession;
import dev.benchlight.mcp.ServerDescription;
import dev.benchlight.mcp.SessionListener;
import dev.benchlight.mcp.SessionState;
import dev.benchlight.mcp.Warning;
import dev.benchlight.mcp.rpc.Layer;
import dev.benchlight.mcp.rpc.Outcome;
import dev.benchlight.mcp.rpc.Problem;
import dev.benchlight.mcp.wire.ServerConfig;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// One attempt at a connection, from preparing the entry to the end of its session. Thread-safe.
final class Link implements SessionListener {
    private static final System.Logger LOG = System.getLogger(Link.class.getName());
    private static final Duration FINISHING = Duration.ofSeconds(30);

    private final ServerEntry entry;
    private final Preparation preparation;
    private final Sessions sessions;
    private final Runnable changed;
    private final BiConsumer<String, JsonNode> notified;
    private final Consumer<Link> over;
    private final Rest rest;
    private volatile @Nullable Long readyAt;
    private final Semaphore wanted = new Semaphore(0);
    private final Set<String> toList = ConcurrentHashMap.newKeySet();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final CountDownLatch finished = new CountDownLatch(1);
    private final AtomicReference<LinkState> now = new AtomicReference<>(LinkState.NEW);

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
    /// @param over called once when it has ended; must not block
    Link(
            ServerEntry entry,
            Preparation preparation,
            Sessions sessions,
            Runnable changed,
            BiConsumer<String, JsonNode> notified,
            Consumer<Link> over,
            Rest rest) {
        this.entry = entry;
        this.preparation = preparation;
        this.sessions = sessions;
        this.changed = changed;
        this.notified = notified;
        this.over = over;
        this.rest = rest;
    }

    /// Begins; has no effect once it was asked to end.
    void start() {
        if (become(LinkState::begun).started()) {
            Thread.ofVirtual().name("connection-" + entry.name()).start(this::run);
        }
    }

    private LinkState at() {
        return Objects.requireNonNull(now.get());
    }

    SessionState state() {
        return at().shown();
    }

    Optional<McpSession> session() {
        return at().session();
    }

    Catalogue catalogue() {
        return at().catalogue();
    }

    /// What the session warns of, and what could not be listed.
    List<Warning> warnings() {
        LinkState at = at();
        return Stream.concat(
                        at.session().stream().flatMap(s -> s.warnings().stream()),
                        at.failures().stream())
                .toList();
    }

    boolean isReady() {
        return isReady(state());
    }

    private static boolean isReady(SessionState state) {
        return state instanceof SessionState.Ready || state instanceof SessionState.Degraded;
    }

    boolean isActive() {
        LinkState at = at();
        SessionState state = at.shown();
        return !at.closing() && (isReady(state) || state instanceof SessionState.Connecting);
    }

    /// Whether it was asked to end.
    boolean isClosing() {
        return at().closing();
    }

    /// Whether its thread is still at work.
    boolean isRunning() {
        return at().started() && finished.getCount() > 0;
    }

    /// Lists everything anew, also what the server said that still holds.
    void refresh() {
        session().ifPresent(McpSession::forgetListings);
        listAll();
    }

    /// Goes on with a listing that ended at a limit.
    void listMore(String method) {
        session().ifPresent(session -> session.goOnListing(method));
        toList.add(method.substring(0, method.indexOf('/')));
        wanted.release();
    }

    private void listAll() {
        toList.addAll(Lists.ALL);
        wanted.release();
    }

    /// Ends the session and waits for that, and for its process.
    void close() {
        LinkState last = become(LinkState::closed);
        ended.countDown();
        wanted.release();
        if (last.session().isPresent()) {
            last.session().get().close();
            awaitFinished();
            changed.run();
        }
    }

    /// A process that was being started while its session was closed is ended by the thread that
    /// started it.
    private void awaitFinished() {
        try {
            if (!finished.await(FINISHING.toSeconds(), TimeUnit.SECONDS)) {
                LOG.log(System.Logger.Level.WARNING, entry.name() + " does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private LinkState become(UnaryOperator<LinkState> change) {
        LinkState changedTo = now.updateAndGet(change);
        changed.run();
        return changedTo;
    }

    @Override
    public void stateChanged(SessionState state) {
        if (state instanceof SessionState.Closed || state instanceof SessionState.Failed) {
            ended.countDown();
        }
        listAll();
        changed.run();
    }

    @Override
    public void notified(String method, JsonNode params) {
        Lists.ALL.stream()
                .filter(kind -> method.equals("notifications/" + kind + "/list_changed"))
                .forEach(kind -> {
                    toList.add(kind);
                    wanted.release();
                });
        notified.accept(method, params);
        changed.run();
    }

    @Override
    public void listening(ListenState state) {
        changed.run();
    }

    @Override
    public void tasksChanged() {
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
            if (become(at -> at.opened(created)).isOf(created)) {
                talk(created);
            }
        } catch (InputException e) {
            become(at -> at.broken(new SessionState.Failed("reading the entry", e.problem())));
        } catch (RuntimeException | Error e) {
            broke("reading the entry", e);
        } finally {
            finished.countDown();
            over.accept(this);
            changed.run();
        }
    }

    /// How long ago the session became ready, or empty if it never did.
    Optional<Duration> lived() {
        return Optional.ofNullable(readyAt).map(at -> Duration.ofNanos(System.nanoTime() - at));
    }

    private void talk(McpSession created) {
        try {
            if (created.connect().await() instanceof Outcome.Ok<ServerDescription>(var server)) {
                readyAt = System.nanoTime();
                keepListed(created, server);
            }
        } catch (RuntimeException | Error e) {
            broke(
                    created.state() instanceof SessionState.Connecting(String step)
                            ? step
                            : "working with the server",
                    e);
        } finally {
            created.close();
        }
    }

    /// Memory that ran out is said as well: nobody else would tell that this connection is over.
    private void broke(String step, Throwable fault) {
        LOG.log(System.Logger.Level.ERROR, entry.name() + ": " + step, fault);
        Problem problem =
                Problem.of("internal-fault", Layer.INPUT, "a fault of Benchlight's own: " + fault)
                        .withHint("Connect again. If it comes back, report it.");
        become(at -> at.broken(new SessionState.Failed(step, problem)));
    }

    /// That a session which has ended lists nothing is no failure of its own.
    private void listed(UnaryOperator<LinkState> change) {
        become(at -> !at.closing() && isReady(at.shown()) ? change.apply(at) : at);
    }

    /// Lists what the server offers, and again what changed, until the session ends.
    private void keepListed(McpSession ready, ServerDescription server) {
        try {
            toList.addAll(Lists.ALL);
            while (isActive()) {
                wanted.drainPermits();
                Set<String> kinds = Set.copyOf(toList);
                toList.removeAll(kinds);
                new Lists(server, this::listed).ask(ready, kinds);
                rest.take(ended);
                wanted.acquire();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
