package dev.benchlight.app.connections;

import dev.benchlight.mcp.McpSession;
import dev.benchlight.mcp.SessionState;
import dev.benchlight.mcp.Warning;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/// All that is true of a link at one moment; another one replaces it as a whole. Immutable.
///
/// @param started whether its thread runs, or did
/// @param closing whether it was asked to end; from then on no session is opened
/// @param session the only one it ever has
/// @param end how it ended, where its session does not tell
/// @param failed what could not be listed, by what it is
record LinkState(
        boolean started,
        boolean closing,
        Optional<McpSession> session,
        Optional<SessionState> end,
        Catalogue catalogue,
        Map<String, Warning> failed) {
    LinkState {
        failed = Collections.unmodifiableMap(new TreeMap<>(failed));
    }

    static final LinkState NEW =
            new LinkState(
                    false, false, Optional.empty(), Optional.empty(), Catalogue.EMPTY, Map.of());

    /// What to show. The session's own word counts, unless it ended for a reason beyond it.
    SessionState shown() {
        return end.orElseGet(() ->
                session.map(McpSession::state)
                        .orElse(new SessionState.Connecting("reading the entry")));
    }

    boolean isOf(McpSession other) {
        return session.filter(own -> own == other).isPresent();
    }

    List<Warning> failures() {
        return List.copyOf(failed.values());
    }

    LinkState begun() {
        return closing ? this : new LinkState(true, false, session, end, catalogue, failed);
    }

    LinkState closed() {
        Optional<SessionState> how =
                session.isEmpty() && end.isEmpty() ? Optional.of(new SessionState.Closed()) : end;
        return new LinkState(started, true, session, how, catalogue, failed);
    }

    LinkState opened(McpSession created) {
        return closing
                ? this
                : new LinkState(started, false, Optional.of(created), end, catalogue, failed);
    }

    /// What goes wrong because it was asked to end is no failure.
    LinkState broken(SessionState.Failed failure) {
        return closing || end.isPresent()
                ? this
                : new LinkState(started, false, session, Optional.of(failure), catalogue, failed);
    }

    LinkState listed(String what, UnaryOperator<Catalogue> change) {
        Map<String, Warning> left = new TreeMap<>(failed);
        left.remove(what);
        return new LinkState(started, closing, session, end, change.apply(catalogue), left);
    }

    LinkState allAsked() {
        return new LinkState(started, closing, session, end, catalogue.allAsked(), failed);
    }

    LinkState unlisted(String what, Warning why, UnaryOperator<Catalogue> change) {
        Map<String, Warning> more = new TreeMap<>(failed);
        more.put(what, why);
        return new LinkState(started, closing, session, end, change.apply(catalogue), more);
    }
}
