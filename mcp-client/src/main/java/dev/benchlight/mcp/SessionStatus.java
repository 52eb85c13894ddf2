package dev.benchlight.mcp;

import dev.benchlight.mcp.rpc.Answer;
import dev.benchlight.mcp.rpc.Bugs;
import dev.benchlight.mcp.rpc.Layer;
import dev.benchlight.mcp.rpc.PeerListener;
import dev.benchlight.mcp.rpc.Problem;
import dev.benchlight.mcp.rpc.Question;
import dev.benchlight.mcp.wire.ServerConfig;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;

/// What is true of a session, and the ear for what its peer tells. Thread-safe.
final class SessionStatus implements PeerListener {
    /// What is odd, but no reason for concern.
    private static final Set<String> HARMLESS = Set.of("bom", "glued-messages", "process-left");

    private final Asking asking;
    private final SessionListener listener;
    private final WarningLog warnings = new WarningLog();
    private SessionState state = new SessionState.Connecting("not started");
    private final Queue<SessionState> untold = new ArrayDeque<>();
    private boolean telling;
    private Runnable ender = () -> {};
    private BiConsumer<String, JsonNode> first = (method, params) -> {};

    SessionStatus(ServerConfig config, ClientHandlers handlers, SessionListener listener) {
        asking = new Asking(config.name(), handlers);
        this.listener = listener;
    }

    /// @param newEnder called when the connection ended by itself
    void whenEnded(Runnable newEnder) {
        ender = newEnder;
    }

    /// @param newFirst hears each notification before anybody else
    void whenNotified(BiConsumer<String, JsonNode> newFirst) {
        first = newFirst;
    }

    synchronized SessionState state() {
        return state;
    }

    /// Whether the server declared a capability, or has not shaken hands and may yet.
    boolean offers(String capability) {
        return server().map(server -> server.has(capability)).orElse(true);
    }

    /// What the server said of itself, while it is connected.
    Optional<ServerDescription> server() {
        return switch (state()) {
            case SessionState.Ready(ServerDescription server) -> Optional.of(server);
            case SessionState.Degraded(ServerDescription server, Problem _) -> Optional.of(server);
            case SessionState.Connecting _, SessionState.Failed _, SessionState.Closed _ ->
                    Optional.empty();
        };
    }

    /// The era of the server, once it is connected.
    Optional<Era> era() {
        return server().map(server -> server.revision().era());
    }

    List<Warning> warnings() {
        return warnings.all();
    }

    void connecting(String step) {
        change(old -> isOver(old) ? old : new SessionState.Connecting(step));
    }

    void ready(ServerDescription server) {
        change(old -> isOver(old) ? old : new SessionState.Ready(server));
        warnings.all().stream()
                .filter(warning -> !HARMLESS.contains(warning.code()))
                .findFirst()
                .ifPresent(warning -> degrade(warning.code(), warning.message()));
    }

    void failed(String step, Problem problem) {
        change(old -> isOver(old) ? old : new SessionState.Failed(step, problem));
    }

    void closed() {
        change(old -> isOver(old) ? old : new SessionState.Closed());
    }

    /// The connection is of no more use.
    void ended() {
        ender.run();
    }

    private static boolean isOver(SessionState state) {
        return state instanceof SessionState.Closed || state instanceof SessionState.Failed;
    }

    private void change(UnaryOperator<SessionState> change) {
        synchronized (this) {
            SessionState now = change.apply(state);
            if (now.equals(state)) {
                return;
            }
            state = now;
            untold.add(now);
            if (telling) {
                return;
            }
            telling = true;
        }
        tell();
    }

    /// One thread tells at a time, so that the listener hears changes in their order.
    private void tell() {
        for (SessionState next = untold(); next != null; next = untold()) {
            SessionState now = next;
            Bugs.survive(() -> listener.stateChanged(now));
        }
    }

    private synchronized @Nullable SessionState untold() {
        SessionState next = untold.poll();
        telling = next != null;
        return next;
    }

    private void degrade(String code, String message) {
        Problem problem = Problem.of(code, Layer.PROTOCOL, message);
        change(old ->
                old instanceof SessionState.Ready(ServerDescription server)
                        ? new SessionState.Degraded(server, problem)
                        : old);
    }

    /// Tells how `subscriptions/listen` stands.
    void listening(ListenState now) {
        Bugs.survive(() -> listener.listening(now));
    }

    /// What belongs to a subscription comes by [#told], for it must have named that. Where it did
    /// not, nobody asked for it; but a list may well have changed.
    @Override
    public void notified(String method, JsonNode params) {
        if (!Subscription.tellsOnly(method) || !era().equals(Optional.of(Era.MODERN))) {
            told(method, params);
            return;
        }
        warning(
                "subscription-id-missing",
                "notifications of a subscription do not name it in _meta",
                method);
        if (method.endsWith("/list_changed")) {
            first.accept(method, params);
        }
        listener.notified(method, params);
    }

    /// A notification that belongs to a subscription.
    void told(String method, JsonNode params) {
        first.accept(method, params);
        listener.notified(method, params);
    }

    @Override
    public Answer answer(Question question) {
        return asking.answer(question);
    }

    @Override
    public void warning(String code, String message, String sample) {
        if (warnings.add(code, message, sample) && !HARMLESS.contains(code)) {
            degrade(code, message);
        }
    }

    @Override
    public void stderr(String line) {
        listener.stderr(line);
    }

    @Override
    public void closed(Problem problem) {
        String step =
                state() instanceof SessionState.Connecting(String doing) ? doing : "connected";
        failed(step, problem);
        ended();
    }
}
