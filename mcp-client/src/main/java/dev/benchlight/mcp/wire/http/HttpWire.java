package dev.benchlight.mcp.wire.http;

import dev.benchlight.mcp.wire.Limits;
import dev.benchlight.mcp.wire.ServerConfig;
import dev.benchlight.mcp.wire.Wire;
import dev.benchlight.mcp.wire.WireFault;
import dev.benchlight.mcp.wire.WireFault.Kind;
import dev.benchlight.mcp.wire.WireListener;
import dev.benchlight.mcp.wire.WireMessage;
import dev.benchlight.mcp.wire.WireRules;
import dev.benchlight.trace.SpanId;
import dev.benchlight.trace.TraceRecorder;

import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.Response;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/// Streamable HTTP ("Transports"), and HTTP+SSE before it. Each message is a POST that has a thread
/// to itself; one more listens on the GET stream. Thread-safe.
///
/// The threads are platform threads, and wait a while for more to do: decision 5 says why.
public final class HttpWire implements Wire {
    /// Answers on their way at once; a server that pings in a flood must not cost a thread each.
    private static final int MOST_ANSWERS = 64;

    /// "If it fails with …": what shows a server of HTTP+SSE.
    private static final Set<Integer> OLDER_REFUSALS = Set.of(400, 404, 405);

    /// How long a thread without an exchange waits for the next one.
    private static final Duration IDLE = Duration.ofSeconds(10);

    private static final Duration LONGEST_CLOSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_HOLD = Duration.ofSeconds(5);

    private final ServerConfig.Http config;
    private final Limits limits;
    private final Map<String, String> environment;
    private final SecretHeaders secrets;
    private final FrameLog frames;
    private final HttpAuthorization authorization;
    private final ThreadPoolExecutor threads;
    private final Semaphore answers = new Semaphore(MOST_ANSWERS);
    private final Map<SpanId, HttpExchange> exchanges = new ConcurrentHashMap<>();
    private final AtomicReference<@Nullable ListeningStream> listening = new AtomicReference<>();
    private final AtomicReference<@Nullable OlderStream> older = new AtomicReference<>();
    private volatile @Nullable HttpExchange initializing;
    private volatile CountDownLatch initialized = new CountDownLatch(0);
    private volatile @Nullable Link link;
    private volatile @Nullable Gate gate;
    private volatile boolean closed;

    /// @param connection unique within the process
    /// @param environment read for `HTTP_PROXY`, `HTTPS_PROXY`, `ALL_PROXY` and `NO_PROXY`
    public HttpWire(
            String connection,
            ServerConfig.Http config,
            Limits limits,
            Map<String, String> environment,
            TraceRecorder recorder) {
        this(connection, config, limits, environment, recorder, HttpAuthorization.NONE);
    }

    /// As the other, with authorisation for the server's origin.
    public HttpWire(
            String connection,
            ServerConfig.Http config,
            Limits limits,
            Map<String, String> environment,
            TraceRecorder recorder,
            HttpAuthorization authorization) {
        this.authorization = authorization;
        this.config = config;
        this.limits = limits;
        this.environment = Map.copyOf(environment);
        this.secrets = new SecretHeaders(config.headers());
        this.frames = new FrameLog(connection, config.name(), recorder, secrets);
        this.threads =
                new ThreadPoolExecutor(
                        0,
                        Integer.MAX_VALUE,
                        IDLE.toMillis(),
                        TimeUnit.MILLISECONDS,
                        new SynchronousQueue<>(),
                        Thread.ofPlatform().daemon().name("http " + config.name()).factory());
    }

    @Override
    public String connection() {
        return frames.connection();
    }

    @Override
    public Optional<WireFault> open(WireListener listener) {
        HttpUrl url = HttpUrl.parse(config.url().toString());
        if (url == null) {
            return Optional.of(
                    WireFault.of(
                                    Kind.NETWORK,
                                    "invalid-url",
                                    "The URL is not valid: " + config.url())
                            .withHint("It must begin with http:// or https:// and name a host."));
        }
        try {
            Gate newGate = new Gate(listener);
            EnvironmentProxies proxies = EnvironmentProxies.of(config, environment);
            Link newLink =
                    new Link(config, url, proxies, limits, frames, secrets, newGate, authorization);
            newLink.checkHeaders();
            gate = newGate;
            link = newLink;
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(
                    WireFault.of(
                            Kind.NETWORK,
                            "invalid-settings",
                            "A setting of this server is not valid: " + e.getMessage()));
        }
    }

    @Override
    public void send(WireMessage message) {
        Link current = opened();
        if (closed) {
            return;
        }
        boolean answer = message.kind() == WireMessage.Kind.RESPONSE;
        if (answer && !answers.tryAcquire()) {
            current.listener.undelivered(
                    message,
                    WireFault.of(
                            Kind.LIMIT,
                            "too-many-answers",
                            "the server asks faster than it takes answers"));
            return;
        }
        CountDownLatch before = initialized;
        CountDownLatch after = before;
        if (message.method().equals("initialize")) {
            current.changeSession(session -> HttpSession.NONE);
            stopListening();
        } else if (message.method().equals("notifications/initialized")) {
            after = new CountDownLatch(1);
            initialized = after;
        }
        CountDownLatch taken = after;
        OlderStream stream = older.get();
        HttpUrl endpoint = stream == null ? null : stream.endpoint();
        HttpExchange exchange = new HttpExchange(current, message, new Cancellation(), endpoint);
        if (message.method().equals("initialize")) {
            initializing = exchange;
        }
        exchanges.put(message.span(), exchange);
        if (closed) {
            // Closing may have looked for exchanges just before.
            exchange.cancel();
        }
        threads.execute(() -> run(current, exchange, message, before, taken));
    }

    @Override
    public String transport() {
        return older.get() == null ? "Streamable HTTP" : "HTTP+SSE";
    }

    @Override
    public Optional<String> sessionId() {
        Link current = link;
        return Optional.ofNullable(current == null ? null : current.session().id());
    }

    @Override
    public boolean refusedAsOlder() {
        HttpExchange exchange = initializing;
        return exchange != null && OLDER_REFUSALS.contains(exchange.status());
    }

    @Override
    public Optional<WireFault> useOlder(Duration deadline) {
        OlderStream stream = new OlderStream(opened());
        older.set(stream);
        if (closed) {
            stream.cancel();
        }
        threads.execute(stream::run);
        Optional<WireFault> fault = stream.await(deadline);
        if (fault.isPresent()) {
            stream.cancel();
            older.set(null);
        }
        return fault;
    }

    private void run(
            Link current,
            HttpExchange exchange,
            WireMessage message,
            CountDownLatch before,
            CountDownLatch taken) {
        Optional<WireFault> fault = Optional.empty();
        try {
            // What follows the handshake must not overtake the message that ends it.
            if (before.getCount() > 0
                    && !before.await(LONGEST_HOLD.toMillis(), TimeUnit.MILLISECONDS)) {
                current.listener.warning(
                        "initialized-not-taken",
                        "the server did not take notifications/initialized in time",
                        message.method());
            }
            fault = exchange.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            exchanges.remove(message.span());
            taken.countDown();
            if (message.kind() == WireMessage.Kind.RESPONSE) {
                answers.release();
            }
            fault.ifPresentOrElse(
                    why -> current.listener.undelivered(message, why),
                    () -> ended(current, message));
        }
        boolean initialized = message.method().equals("notifications/initialized");
        if (initialized && fault.isEmpty() && older.get() == null) {
            listen(current);
        }
    }

    /// On the older transport the answer to a request comes later, or has come.
    private void ended(Link current, WireMessage message) {
        if (older.get() == null || message.kind() != WireMessage.Kind.REQUEST) {
            current.listener.exchangeEnded(message.span(), Optional.empty());
        }
    }

    private void listen(Link current) {
        ListeningStream stream = new ListeningStream(current, new Cancellation());
        ListeningStream before = listening.getAndSet(stream);
        if (before != null) {
            before.cancel();
        }
        if (closed) {
            stream.cancel();
            return;
        }
        threads.execute(stream::run);
    }

    private void stopListening() {
        ListeningStream stream = listening.getAndSet(null);
        if (stream != null) {
            stream.cancel();
        }
    }

    @Override
    public void negotiated(WireRules rules) {
        opened().changeSession(session -> session.under(rules));
    }

    @Override
    public long heldNanos() {
        return frames.heldNanos();
    }

    @Override
    public void abandon(SpanId request) {
        HttpExchange exchange = exchanges.get(request);
        if (exchange != null) {
            exchange.cancel();
        }
    }

    @Override
    public synchronized List<String> close(Duration grace) {
        Link current = link;
        Gate currentGate = gate;
        boolean again = closed;
        closed = true;
        if (current == null || currentGate == null || again) {
            return List.of();
        }
        currentGate.shut();
        stopListening();
        OlderStream stream = older.get();
        if (stream != null) {
            stream.cancel();
        }
        exchanges.values().forEach(HttpExchange::cancel);
        authorization.stop();
        HttpSession session = current.changeSession(any -> HttpSession.NONE);
        try {
            Duration wait = grace.compareTo(LONGEST_CLOSE) < 0 ? grace : LONGEST_CLOSE;
            return session.id() == null ? List.of() : delete(current, session, wait);
        } finally {
            current.close();
            threads.setKeepAliveTime(0, TimeUnit.MILLISECONDS);
        }
    }

    /// Ends the session at the server. The wait is ours, since a name lookup cannot be interrupted.
    private List<String> delete(Link current, HttpSession session, Duration wait) {
        Request.Builder builder = current.request(current.url, session, HttpExchange.ACCEPT);
        Request request = current.authorized(builder.delete().build(), false);
        frames.requestHead(null, request);
        Call call = current.client.newCall(request);
        Thread thread =
                Thread.ofPlatform()
                        .daemon()
                        .name("http delete")
                        .start(() -> {
                            try (Response response = call.execute()) {
                                frames.responseHead(null, response);
                            } catch (IOException e) {
                                // The server is gone, or the wait is over; the exchange
                                // shows in the trace without a response.
                                call.cancel();
                            }
                        });
        try {
            if (thread.join(wait)) {
                return List.of();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        call.cancel();
        return List.of(
                String.format(
                        Locale.ROOT,
                        "The server did not answer DELETE within %.1f s; its session may live on.",
                        wait.toMillis() / 1_000.0));
    }

    private Link opened() {
        Link current = link;
        if (current == null) {
            throw new IllegalStateException("not open");
        }
        return current;
    }
}
