package dev.benchlight.mcp;

import dev.benchlight.mcp.wire.Wire;
import dev.benchlight.mcp.wire.WireFault;
import dev.benchlight.mcp.wire.WireListener;
import dev.benchlight.mcp.wire.WireMessage;
import dev.benchlight.mcp.wire.WireRules;
import dev.benchlight.trace.Channel;
import dev.benchlight.trace.FrameId;
import dev.benchlight.trace.SpanId;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;

/// A wire whose other side is a script: it hears each message sent and says what comes back.
/// `initialize` is answered unless the script takes it over.
public final class ScriptedWire implements Wire {
    private final BiConsumer<ScriptedWire, Sent> script;
    private final List<Sent> sent = new CopyOnWriteArrayList<>();
    private final List<SpanId> abandoned = new CopyOnWriteArrayList<>();
    private Optional<WireListener> listener = Optional.empty();
    private String version = "2025-11-25";
    private String capabilities = "{\"tools\":{},\"prompts\":{},\"resources\":{}}";
    private List<String> stderr = List.of();
    private final List<String> negotiated = new CopyOnWriteArrayList<>();
    private boolean takesOver;
    private boolean closed;
    private Optional<WireFault> obstacle = Optional.empty();
    private boolean stalled;
    private long unfinished;
    private final AtomicLong held = new AtomicLong();
    private int frames;

    /// A message that was sent, read.
    public record Sent(WireMessage message, JsonNode json) {
        public String method() {
            return message.method();
        }

        public String id() {
            return json.path("id").toString();
        }
    }

    public ScriptedWire(BiConsumer<ScriptedWire, Sent> script) {
        this.script = script;
    }

    /// The messages sent with this method.
    public List<Sent> sent(String method) {
        return sent.stream().filter(one -> one.method().equals(method)).toList();
    }

    /// The revision to answer `initialize` with.
    public ScriptedWire speaking(String newVersion) {
        version = newVersion;
        return this;
    }

    /// Delivers no notification and no answer from now on.
    public void refusing(WireFault fault) {
        obstacle = Optional.of(fault);
    }

    /// Does not tell any more whether notifications and answers were delivered.
    public void stalling() {
        stalled = true;
    }

    /// Leaves `initialize` to the script too.
    public ScriptedWire takingOver() {
        takesOver = true;
        return this;
    }

    /// The capabilities to declare.
    public ScriptedWire declaring(String newCapabilities) {
        capabilities = newCapabilities;
        return this;
    }

    @Override
    public String connection() {
        return "scripted";
    }

    @Override
    public Optional<WireFault> open(WireListener newListener) {
        listener = Optional.of(newListener);
        return Optional.empty();
    }

    @Override
    public void send(WireMessage message) {
        if (message.kind() != WireMessage.Kind.REQUEST && !stalled) {
            obstacle.ifPresentOrElse(
                    fault -> listener().undelivered(message, fault),
                    () -> listener().exchangeEnded(message.span(), Optional.empty()));
        }
        Sent one = new Sent(message, JsonMapper.shared().readTree(message.bytes()));
        sent.add(one);
        if (one.method().equals("initialize") && !takesOver) {
            result(
                    one,
                    "{\"protocolVersion\":\""
                            + version
                            + "\",\"capabilities\":"
                            + capabilities
                            + ",\"serverInfo\":{\"name\":\"script\",\"version\":\"1\"}}");
        } else {
            script.accept(this, one);
        }
    }

    public WireListener listener() {
        return listener.orElseThrow();
    }

    /// A message comes in, as over stdio.
    public void say(String json) {
        say(json, Channel.STDIO, null);
    }

    /// A message comes in within an HTTP exchange.
    public void say(SpanId exchange, String json) {
        say(json, Channel.HTTP_RESPONSE_BODY, exchange);
    }

    private void say(String json, Channel channel, @Nullable SpanId exchange) {
        frames++;
        listener()
                .message(
                        new FrameId("scripted", frames),
                        channel,
                        exchange,
                        json.getBytes(StandardCharsets.UTF_8));
    }

    public void result(Sent to, String result) {
        say("{\"jsonrpc\":\"2.0\",\"id\":" + to.id() + ",\"result\":" + result + "}");
    }

    public void error(Sent to, String error) {
        say("{\"jsonrpc\":\"2.0\",\"id\":" + to.id() + ",\"error\":" + error + "}");
    }

    /// Lines that stay the last on standard error.
    public ScriptedWire complaining(String... lines) {
        stderr = List.of(lines);
        return this;
    }

    /// Bytes that no line end has followed.
    public void holding(long bytes) {
        unfinished = bytes;
    }

    /// Reading was held up for so long more.
    public void holdUp(Duration time) {
        held.addAndGet(time.toNanos());
    }

    @Override
    public long heldNanos() {
        return held.get();
    }

    @Override
    public long unfinished() {
        return unfinished;
    }

    @Override
    public List<String> stderrTail(int lines) {
        return stderr;
    }

    @Override
    public void negotiated(WireRules rules) {
        negotiated.add(rules.version() + (rules.versionHeader() ? " in a header" : ""));
    }

    /// What was agreed on, in order.
    public List<String> negotiated() {
        return negotiated;
    }

    @Override
    public void abandon(SpanId request) {
        abandoned.add(request);
    }

    @Override
    public List<String> close(Duration grace) {
        closed = true;
        return List.of();
    }

    public boolean closed() {
        return closed;
    }

    public List<Sent> sent() {
        return sent;
    }

    public List<SpanId> abandoned() {
        return abandoned;
    }
}
