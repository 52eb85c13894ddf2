package dev.benchlight.app.connections;

import dev.benchlight.app.workspace.ServerEntry;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// All connections of the program, in the order they were added. Thread-safe; only [#close()]
/// blocks.
public final class Connections implements AutoCloseable {
    private final Preparation preparation;
    private final Sessions sessions;
    private final RestartPause pause;
    private final CopyOnWriteArrayList<McpConnection> all = new CopyOnWriteArrayList<>();
    private final Set<McpConnection> leaving = ConcurrentHashMap.newKeySet();
    private final List<Consumer<List<McpConnection>>> listeners = new CopyOnWriteArrayList<>();

    /// Servers that end by themselves stay ended.
    public Connections(Preparation preparation, Sessions sessions) {
        this(preparation, sessions, RestartPause.NEVER);
    }

    /// @param pause passes before a server that ended by itself is started again
    public Connections(Preparation preparation, Sessions sessions, RestartPause pause) {
        this.preparation = preparation;
        this.sessions = sessions;
        this.pause = pause;
    }

    /// Adds a connection, not yet connected.
    public McpConnection add(ServerEntry entry) {
        McpConnection connection = new McpConnection(entry, preparation, sessions, pause);
        all.add(connection);
        publish();
        return connection;
    }

    /// Takes a connection out and ends it.
    public void remove(Connection connection) {
        for (McpConnection gone : all) {
            if (gone == connection) {
                leaving.add(gone);
                all.remove(gone);
                gone.disconnect(() -> leaving.remove(gone));
                publish();
            }
        }
    }

    /// Gives a connection a changed entry, for when it connects next.
    public void replace(McpConnection connection, ServerEntry changed) {
        connection.become(changed);
        publish();
    }

    public List<McpConnection> all() {
        return List.copyOf(all);
    }

    public Optional<McpConnection> find(String name) {
        return all.stream().filter(c -> c.entry().name().equals(name)).findFirst();
    }

    /// Calls `listener` with the new list after each change of it; it must not block.
    ///
    /// @return ends the subscription
    public Runnable subscribe(Consumer<List<McpConnection>> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /// Calls `listener` with each new snapshot of any connection there is or will be, on any
    /// thread; it must not block.
    ///
    /// @return ends the subscriptions
    public Runnable subscribeToEach(Consumer<ConnectionSnapshot> listener) {
        Following following = new Following(listener);
        Runnable end = subscribe(following::follow);
        following.follow(all());
        return () -> {
            end.run();
            following.follow(List.of());
        };
    }

    /// Ends all sessions at the same time and waits for that, also for those of connections that
    /// were removed a moment ago: as long as the slowest takes, within its grace times.
    @Override
    public void close() {
        List<Thread> threads =
                Stream.concat(all.stream(), leaving.stream())
                        .map(c -> Thread.ofVirtual().name("quit").start(c::close))
                        .toList();
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void publish() {
        List<McpConnection> now = all();
        for (Consumer<List<McpConnection>> listener : listeners) {
            listener.accept(now);
        }
    }
}
