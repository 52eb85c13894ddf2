package dev.benchlight.mcp;

import dev.benchlight.mcp.wire.Wire;
import dev.benchlight.mcp.wire.WireFault;
import dev.benchlight.mcp.wire.WireListener;
import dev.benchlight.mcp.wire.WireMessage;
import dev.benchlight.trace.Channel;
import dev.benchlight.trace.FrameId;
import dev.benchlight.trace.SpanId;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
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
    private boolean closed;
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

    /// The revision to answer `initialize` with.
    public ScriptedWire speaking(String newVersion) {
        version = newVersion;
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
        Sent one = new Sent(message, JsonMapper.shared().readTree(message.bytes()));
        sent.add(one);
        if (one.method().equals("initialize")) {
            result(
                    one,
                    "{\"protocolVersion\":\""
                            + version
                            + "\",\"capabilities\":"
                            + capabilities
                            + ",\"serverInfo\":{\"name\":\"script\"}}");
        } else {
            script.accept(this, one);
        }
    }

    public WireListener listener() {
        return listener.orElseThrow();
    }

    /// A message comes in.
    public void say(String json) {
        frames++;
        listener()
                .message(
                        new FrameId("scripted", frames),
                        Channel.STDIO,
                        null,
                        json.getBytes(StandardCharsets.UTF_8));
    }

    public void result(Sent to, String result) {
        say("{\"jsonrpc\":\"2.0\",\"id\":" + to.id() + ",\"result\":" + result + "}");
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
