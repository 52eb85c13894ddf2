package dev.benchlight.app.connections;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// A listener for all connections there are, now and later; those that are removed are dropped.
/// Thread-safe.
final class Following {
    private final Consumer<ConnectionSnapshot> listener;
    private final Map<McpConnection, Runnable> subscriptions = new HashMap<>();

    Following(Consumer<ConnectionSnapshot> listener) {
        this.listener = listener;
    }

    synchronized void follow(List<McpConnection> all) {
        for (McpConnection connection : all) {
            subscriptions.computeIfAbsent(connection, c -> c.subscribe(listener));
        }
        subscriptions
                .entrySet()
                .removeIf(entry -> {
                    boolean gone = !all.contains(entry.getKey());
                    if (gone) {
                        entry.getValue().run();
                    }
                    return gone;
                });
    }
}
