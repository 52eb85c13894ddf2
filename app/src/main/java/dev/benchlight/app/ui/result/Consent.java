package dev.benchlight.app.ui.result;

import dev.benchlight.app.connections.Connection;
import dev.benchlight.mcp.McpSession;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;

/// What the user need not be asked again: by name, until the session ends. JavaFX thread only.
public final class Consent {
    private final Map<McpSession, Set<String>> given = new WeakHashMap<>();

    boolean isGiven(Connection connection, Subject subject) {
        Optional<McpSession> session = connection.session();
        return session.isPresent()
                && given.getOrDefault(session.get(), Set.of()).contains(subject.name());
    }

    void give(Connection connection, Subject subject) {
        connection
                .session()
                .ifPresent(session ->
                        given.computeIfAbsent(session, _ -> new HashSet<>()).add(subject.name()));
    }
}
