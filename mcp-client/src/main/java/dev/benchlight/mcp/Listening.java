package dev.benchlight.mcp;

import dev.benchlight.mcp.rpc.CallOptions;
import dev.benchlight.mcp.rpc.Layer;
import dev.benchlight.mcp.rpc.Outcome;
import dev.benchlight.mcp.rpc.Problem;
import dev.benchlight.mcp.rpc.RpcPeer;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/// Keeps one `subscriptions/listen` request open for all that is to be heard of a server of
/// 2026-07-28 ("Subscriptions"): opened anew when more or less is wanted, and after a while when it
/// was lost. Thread-safe.
final class Listening implements Subscription.Ear {
    private static final int MOST_DOUBLINGS = 5;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final RpcPeer peer;
    private final SessionStatus status;
    private final Watched watched = new Watched();
    private final Semaphore news = new Semaphore(0);
    private final AtomicReference<ListenState> state = new AtomicReference<>(ListenState.OFF);
    private volatile Set<String> lists = Set.of();
    private volatile boolean running;
    private volatile boolean stopped;

    Listening(RpcPeer peer, SessionStatus status) {
        this.peer = peer;
        this.status = status;
    }

    /// Begins, if the server has anything to tell of now or later.
    void start(ServerDescription server) {
        lists = ListenFilter.declared(server);
        become(now -> now.offering(lists));
        boolean resources = server.json().at("/capabilities/resources/subscribe").asBoolean(false);
        if (!lists.isEmpty() || resources) {
            running = true;
            Thread.ofVirtual().name("listening to " + server.name()).start(this::run);
        }
    }

    /// Wants to be told of changes to these lists from now on, of those that the server offers.
    void listenTo(Set<String> wanted) {
        Set<String> offered = new TreeSet<>(state().offered());
        offered.retainAll(wanted);
        lists = Set.copyOf(offered);
        news.release();
    }

    ListenState state() {
        return Objects.requireNonNull(state.get());
    }

    private void become(UnaryOperator<ListenState> change) {
        status.listening(state.updateAndGet(change));
    }

    void stop() {
        stopped = true;
        watched.close();
        news.release();
    }

    /// Waits until the server has agreed to tell of a resource, or has not.
    Outcome<JsonNode> watch(String uri, CallOptions options) {
        if (!running) {
            String text = "the server offers no subscriptions: it declared none, so none was made";
            return new Outcome.ProtocolViolation<>(
                    Problem.of("capability-missing", Layer.PROTOCOL, text));
        }
        Watched.Verdict verdict = watched.add(uri);
        news.release();
        Outcome<JsonNode> outcome = verdict.await(uri, options.idle());
        if (!(outcome instanceof Outcome.Ok)) {
            unwatch(uri);
        }
        return outcome;
    }

    Outcome<JsonNode> unwatch(String uri) {
        watched.remove(uri);
        news.release();
        return new Outcome.Ok<>(JsonNodeFactory.instance.objectNode());
    }

    private void run() {
        try {
            keep();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void keep() throws InterruptedException {
        Subscription current = null;
        ListenFilter hopeless = new ListenFilter(Set.of(), Set.of());
        int vain = 0;
        while (!stopped) {
            ListenFilter wanted = new ListenFilter(lists, watched.uris());
            if (current != null && current.end().isPresent()) {
                vain = current.wasOfUse() ? 0 : Math.min(vain + 1, MOST_DOUBLINGS);
                boolean again = mayComeAgain(current, current.end().get());
                hopeless = again ? hopeless : current.filter();
                Outcome<JsonNode> end = current.end().get();
                current = current.openBefore();
                if (!again) {
                    become(now -> now.refused(words(end)));
                } else if (current == null && pause(vain, end)) {
                    continue;
                }
            }
            boolean asWanted = current != null && current.filter().equals(wanted);
            if (wanted.isEmpty() && current != null) {
                current.cancel();
                current = null;
                become(ListenState::off);
            } else if (!asWanted && !wanted.isEmpty() && !wanted.equals(hopeless)) {
                become(now -> now.asked(wanted));
                current = Subscription.open(peer, wanted, this, current);
            }
            news.acquire();
            news.drainPermits();
        }
    }

    /// @return whether there is news meanwhile
    private boolean pause(int vain, Outcome<JsonNode> end) throws InterruptedException {
        long millis = Math.min(FIRST_PAUSE.toMillis() << vain, LONGEST_PAUSE.toMillis());
        become(now -> now.lost(words(end), Instant.now().plusMillis(millis)));
        return news.tryAcquire(millis, TimeUnit.MILLISECONDS);
    }

    private static String words(Outcome<JsonNode> end) {
        return end instanceof Outcome.NotOk<JsonNode> failed
                ? failed.problem().message()
                : "the server ended it";
    }

    /// Whether what ended a subscription may pass.
    private static boolean mayComeAgain(Subscription ended, Outcome<JsonNode> end) {
        if (ended.isAcknowledged()) {
            return !ended.bringsNothing();
        }
        return switch (end) {
            case Outcome.Ok<JsonNode> _, Outcome.TimedOut<JsonNode> _ -> true;
            case Outcome.TransportError<JsonNode>(Problem problem) -> {
                JsonNode details = problem.details();
                int code = details == null ? 0 : details.path("status").asInt(0);
                yield problem.layer() != Layer.HTTP || code == 429 || code >= 500;
            }
            default -> false;
        };
    }

    @Override
    public void acknowledged(Subscription subscription, JsonNode granted) {
        become(now -> now.open(granted));
        for (String missing : subscription.filter().missing(granted)) {
            status.warning(
                    "subscription-not-granted",
                    "the server declares listChanged, but does not tell of such changes",
                    missing);
        }
        for (String uri : subscription.filter().resources()) {
            watched.decide(uri, ListenFilter.grants(granted, uri) ? null : refused(uri));
        }
    }

    private static Outcome.NotOk<JsonNode> refused(String uri) {
        String text = "the server does not tell of changes to " + uri;
        return new Outcome.ProtocolViolation<>(
                Problem.of("subscription-not-granted", Layer.PROTOCOL, text));
    }

    @Override
    public void told(Subscription subscription, String method, JsonNode params) {
        if (!subscription.isAcknowledged()) {
            status.warning(
                    "not-acknowledged",
                    "notifications came before the subscription to them was acknowledged",
                    method);
        }
        status.told(method, params);
    }

    @Override
    public void ended(Subscription subscription, Outcome<JsonNode> end) {
        boolean refused = !subscription.isAcknowledged() && !stopped;
        Outcome.NotOk<JsonNode> why = why(end);
        if (refused && !(end instanceof Outcome.Cancelled)) {
            status.warning(
                    "listening-refused",
                    "the server was asked to tell of changes, and does not",
                    why.problem().message());
        }
        if (refused) {
            subscription.filter().resources().forEach(uri -> watched.decide(uri, why));
        }
        news.release();
    }

    private static Outcome.NotOk<JsonNode> why(Outcome<JsonNode> end) {
        return switch (end) {
            case Outcome.NotOk<JsonNode> notOk -> notOk;
            case Outcome.Ok<JsonNode> _ ->
                    new Outcome.ProtocolViolation<>(
                            Problem.of(
                                    "not-acknowledged",
                                    Layer.PROTOCOL,
                                    "the server ended the subscription without a word"));
        };
    }
}
