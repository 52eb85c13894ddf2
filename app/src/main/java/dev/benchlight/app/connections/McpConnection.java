package dev.benchlight.app.connections;

import dev.benchlight.app.workspace.ServerEntry;
import dev.benchlight.mcp.ConnectStep;
import dev.benchlight.mcp.McpSession;
import dev.benchlight.mcp.SessionState;
import dev.benchlight.mcp.rpc.Problem;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// A connection over one [McpSession] at a time. It never connects by itself: what failed stays
/// failed until someone asks again. Thread-safe.
public final class McpConnection implements Connection {
    private static final Duration PUBLISHING = Duration.ofMillis(100);
    private static final int STDERR_LINES = 50;

    private volatile ServerEntry entry;
    private final Preparation preparation;
    private final Sessions sessions;
    private final Restarter restarter;
    private final Coalescer publisher = new Coalescer(PUBLISHING, this::publish);
    private final List<Consumer<ConnectionSnapshot>> listeners = new CopyOnWriteArrayList<>();
    private final List<BiConsumer<String, JsonNode>> hearing = new CopyOnWriteArrayList<>();
    private final HeardLog logs = new HeardLog();
    private final HeardLog notifications = new HeardLog();
    private final Set<Link> ending = ConcurrentHashMap.newKeySet();
    private final AtomicReference<@Nullable Link> link = new AtomicReference<>();

    McpConnection(
            ServerEntry entry, Preparation preparation, Sessions sessions, RestartPause pause) {
        this.entry = entry;
        this.restarter = new Restarter(pause);
        this.preparation = preparation;
        this.sessions = sessions;
    }

    @Override
    public ConnectionSnapshot snapshot() {
        Link current = link.get();
        if (current == null) {
            return new ConnectionSnapshot(
                    entry, new SessionState.Closed(), Catalogue.EMPTY, List.of(), List.of());
        }
        Optional<McpSession> session = current.session();
        return new ConnectionSnapshot(
                entry,
                shown(current.state()),
                current.catalogue(),
                current.warnings(),
                session.map(s -> s.stderrTail(STDERR_LINES)).orElse(List.of()));
    }

    /// A failure says whether the server is started again.
    private SessionState shown(SessionState state) {
        return state instanceof SessionState.Failed(String step, Problem problem)
                ? new SessionState.Failed(
                        step,
                        restarter
                                .said()
                                .map(said -> problem.withHint(joined(said, problem.hint())))
                                .orElse(problem))
                : state;
    }

    private static String joined(String said, @Nullable String hint) {
        return hint == null ? said : said + " " + hint;
    }

    @Override
    public ServerEntry entry() {
        return entry;
    }

    @Override
    public void connect() {
        restarter.forget();
        Link current = link.get();
        if (current != null && current.isActive()) {
            return;
        }
        Link next = newLink();
        if (link.compareAndSet(current, next)) {
            next.start();
        }
    }

    /// Takes on a changed entry, for when it connects next.
    void become(ServerEntry changed) {
        entry = changed;
        publisher.signal();
    }

    /// Ends the session there is and connects anew.
    public void restart() {
        restarter.forget();
        Link current = link.get();
        Link next = newLink();
        if (link.compareAndSet(current, next)) {
            end(current, next::start);
        }
    }

    @Override
    public void disconnect() {
        disconnect(() -> {});
    }

    /// @param ended runs when the session there is now has ended
    void disconnect(Runnable ended) {
        restarter.forget();
        end(link.get(), ended);
    }

    private void end(@Nullable Link old, Runnable then) {
        if (old == null) {
            then.run();
            return;
        }
        ending.add(old);
        Thread.ofVirtual()
                .name("disconnect-" + entry.name())
                .start(() -> {
                    old.close();
                    ending.remove(old);
                    then.run();
                });
    }

    /// Ends the session, and waits until it and those before it have ended.
    void close() {
        restarter.forget();
        Link current = link.get();
        if (current != null) {
            current.close();
        }
        ending.forEach(Link::close);
    }

    @Override
    public void refresh() {
        Link current = link.get();
        if (current != null) {
            current.refresh();
        }
    }

    @Override
    public HeardLog logs() {
        return logs;
    }

    @Override
    public HeardLog notifications() {
        return notifications;
    }

    @Override
    public void listMore(String method) {
        Link current = link.get();
        if (current != null) {
            current.listMore(method);
        }
    }

    @Override
    public Optional<McpSession> session() {
        return Optional.ofNullable(link.get()).filter(Link::isReady).flatMap(Link::session);
    }

    @Override
    public List<ConnectStep> steps() {
        return Optional.ofNullable(link.get())
                .flatMap(Link::session)
                .map(session -> session.facts().steps())
                .orElse(List.of());
    }

    @Override
    public Runnable subscribe(Consumer<ConnectionSnapshot> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public Runnable onNotification(BiConsumer<String, JsonNode> listener) {
        hearing.add(listener);
        return () -> hearing.remove(listener);
    }

    private Link newLink() {
        return new Link(
                entry,
                preparation,
                sessions,
                publisher::signal,
                this::heard,
                this::over,
                Link.Rest.SECOND);
    }

    /// A process that ended by itself after it was ready is started again. What was called of it is
    /// not called again: nobody knows what it did.
    private void over(Link ended) {
        if (ended == link.get()
                && ended.state() instanceof SessionState.Failed(_, Problem problem)
                && problem.code().equals("server-exited")) {
            ended.lived().ifPresent(lived -> restarter.ended(lived, () -> startAfter(ended)));
        }
    }

    private void startAfter(Link ended) {
        Link next = newLink();
        if (!ended.isClosing() && link.compareAndSet(ended, next)) {
            next.start();
        }
    }

    private void heard(String method, JsonNode params) {
        (method.equals("notifications/message") ? logs : notifications).take(method, params);
        for (BiConsumer<String, JsonNode> listener : hearing) {
            listener.accept(method, params);
        }
    }

    private void publish() {
        ConnectionSnapshot snapshot = snapshot();
        for (Consumer<ConnectionSnapshot> listener : listeners) {
            listener.accept(snapshot);
        }
    }
}
