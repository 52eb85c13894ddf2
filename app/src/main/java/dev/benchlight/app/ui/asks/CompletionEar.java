package dev.benchlight.app.ui.asks;

import dev.benchlight.app.connections.Connection;

import tools.jackson.databind.JsonNode;

import java.util.concurrent.atomic.AtomicBoolean;

/// Waits for a server to tell that what the user did on a page is done; a server may never tell,
/// and of other pages nothing is heard ("Elicitation", 2025-11-25). Once told, it listens no more.
/// Thread-safe.
final class CompletionEar {
    private static final String METHOD = "notifications/elicitation/complete";

    private final String id;
    private final Runnable done;
    private final AtomicBoolean told = new AtomicBoolean();
    private volatile Runnable end = () -> {};

    private CompletionEar(String id, Runnable done) {
        this.id = id;
        this.done = done;
    }

    /// @param id of the elicitation; an empty one is never told of
    /// @param done called once at most, on a thread of the engine's; must not block
    static void open(Connection connection, String id, Runnable done) {
        if (id.isEmpty()) {
            return;
        }
        CompletionEar ear = new CompletionEar(id, done);
        ear.end = connection.onNotification(ear::hear);
        if (ear.told.get()) {
            ear.end.run();
        }
    }

    private void hear(String method, JsonNode params) {
        boolean mine =
                method.equals(METHOD) && params.path("elicitationId").asString("").equals(id);
        if (mine && told.compareAndSet(false, true)) {
            end.run();
            done.run();
        }
    }
}
