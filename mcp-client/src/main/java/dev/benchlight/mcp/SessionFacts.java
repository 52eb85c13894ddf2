package dev.benchlight.mcp;

import dev.benchlight.mcp.wire.Wire;

import tools.jackson.databind.JsonNode;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// What is known of a session beside its state. A snapshot.
///
/// @param steps of connecting, first to last
/// @param eraSource empty until it is known
/// @param transport such as "stdio" or "Streamable HTTP"
/// @param sessionId what an HTTP server calls the session, where there is one
/// @param capabilities what was declared to the server
/// @param logLevel what the server was asked to log, or empty for what it chooses
/// @param listening how `subscriptions/listen` stands
/// @param subscribed URIs of the resources whose changes were asked for
public record SessionFacts(
        List<ConnectStep> steps,
        Optional<EraSource> eraSource,
        String transport,
        Optional<String> sessionId,
        JsonNode capabilities,
        Optional<String> logLevel,
        ListenState listening,
        Set<String> subscribed) {
    public SessionFacts {
        steps = List.copyOf(steps);
        subscribed = Collections.unmodifiableSet(new TreeSet<>(subscribed));
    }

    static SessionFacts of(
            Connecting connecting,
            Wire wire,
            JsonNode capabilities,
            ListenState listening,
            Wishes wishes) {
        boolean listens = listening.phase() != ListenState.Phase.OFF;
        return new SessionFacts(
                connecting.steps(),
                connecting.eraSource(),
                wire.transport(),
                wire.sessionId(),
                capabilities,
                wishes.logLevel(),
                listening,
                listens ? listening.resources() : wishes.uris());
    }
}
