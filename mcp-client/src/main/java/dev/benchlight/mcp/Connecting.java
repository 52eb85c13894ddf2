package dev.benchlight.mcp;

import dev.benchlight.mcp.rpc.Outcome;
import dev.benchlight.mcp.rpc.Problem;
import dev.benchlight.mcp.rpc.Problems;
import dev.benchlight.mcp.rpc.RpcPeer;
import dev.benchlight.mcp.rpc.Spans;
import dev.benchlight.mcp.wire.ServerConfig;
import dev.benchlight.mcp.wire.Wire;
import dev.benchlight.mcp.wire.WireFault;
import dev.benchlight.trace.SpanContext;
import dev.benchlight.trace.SpanId;
import dev.benchlight.trace.SpanNote;
import dev.benchlight.trace.TraceId;

import tools.jackson.databind.node.JsonNodeFactory;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/// Brings a session up, step by step, and once more when the server forgot it. Thread-safe.
final class Connecting {
    private final ServerConfig config;
    private final Wire wire;
    private final Spans spans;
    private final RpcPeer peer;
    private final SessionStatus status;
    private final Opening opening;
    private final Consumer<SpanContext> renewed;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile int generation;
    private volatile Revision agreed = Revision.LATEST;
    private final List<ConnectStep> steps = new CopyOnWriteArrayList<>();
    private volatile Optional<EraSource> source = Optional.empty();
    private volatile long lastStep;

    /// @param renewed called after every handshake but the first; may block
    Connecting(
            ServerConfig config,
            Wire wire,
            Spans spans,
            RpcPeer peer,
            SessionStatus status,
            Opening opening,
            Consumer<SpanContext> renewed) {
        this.config = config;
        this.wire = wire;
        this.spans = spans;
        this.peer = peer;
        this.status = status;
        this.opening = opening;
        this.renewed = renewed;
    }

    /// Runs all steps within the span, and ends it.
    Outcome<ServerDescription> run(TraceId trace, SpanId span) {
        lastStep = System.nanoTime();
        boolean process = config instanceof ServerConfig.Stdio;
        String open = process ? "starting the process" : "dialling the server";
        status.connecting(open);
        Optional<WireFault> fault = wire.open(peer.wireListener());
        if (fault.isPresent()) {
            Problem problem = Problems.of(fault.get());
            return failed(span, open, Problems.outcome(fault.get().kind(), problem));
        }
        peer.opened();
        step(span, open, "ok");
        Opening.Result result = opening.run(new SpanContext(trace, span), steps(span));
        return switch (result.outcome()) {
            case Outcome.Ok<ServerDescription> ok -> {
                ServerDescription server = ok.value();
                agreed = server.revision();
                if (agreed.era() == Era.LEGACY) {
                    step(span, result.step(), "ok");
                    step(span, "initialized", "ok");
                    doubts(server);
                }
                spans.end(
                        span,
                        Problems.status(ok),
                        "connected to "
                                + server.name()
                                + " "
                                + server.version()
                                + ", MCP "
                                + server.revision().version(),
                        0,
                        0);
                status.ready(server);
                yield ok;
            }
            case Outcome.NotOk<ServerDescription> notOk -> failed(span, result.step(), notOk);
        };
    }

    private Opening.Steps steps(SpanId span) {
        return new Opening.Steps() {
            @Override
            public void begins(String step) {
                status.connecting(step);
            }

            @Override
            public void done(String step, String verdict) {
                step(span, step, verdict);
            }

            @Override
            public void from(EraSource now) {
                source = Optional.of(now);
            }
        };
    }

    private void doubts(ServerDescription server) {
        Handshake.doubts(server.json())
                .forEach((at, what) ->
                        status.warning(
                                "bad-initialize-result",
                                "the result of initialize is not as it must be",
                                at + " " + what));
    }

    private Outcome<ServerDescription> failed(
            SpanId span, String step, Outcome.NotOk<ServerDescription> outcome) {
        String text = outcome.problem().message();
        step(span, step, "failed: " + text);
        spans.end(span, Problems.status(outcome), text, 0, 0);
        status.failed(step, outcome.problem());
        status.ended();
        return outcome;
    }

    private void step(SpanId span, String step, String verdict) {
        String data =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("step", step)
                        .put("verdict", verdict)
                        .toString();
        spans.note(span, SpanNote.Type.STEP, step + ": " + verdict, data, null);
        Duration took = Duration.ofNanos(System.nanoTime() - lastStep);
        lastStep = System.nanoTime();
        steps.add(new ConnectStep(step, verdict, Instant.now(), took));
    }

    /// The steps that were taken, first to last.
    List<ConnectStep> steps() {
        return List.copyOf(steps);
    }

    /// How the era was found out; empty before.
    Optional<EraSource> eraSource() {
        return source;
    }

    Revision revision() {
        return agreed;
    }

    /// The era agreed on; the newer one before.
    Era era() {
        return agreed.era();
    }

    /// Whether the server can forget the session while the connection stays.
    boolean mayLoseSession() {
        return config instanceof ServerConfig.Http && era() == Era.LEGACY;
    }

    /// Grows with every handshake after the first.
    int generation() {
        return generation;
    }

    /// Shakes hands once more, unless that happened since `lost`.
    ///
    /// @param lost the generation whose session is gone
    /// @param span the call that found it gone
    /// @return whether there is a session again; not if this thread was interrupted
    boolean again(int lost, TraceId trace, SpanId span) {
        try {
            lock.lockInterruptibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        try {
            if (generation != lost) {
                return true;
            }
            spans.note(
                    span,
                    SpanNote.Type.WARNING,
                    "the server no longer knows the session; initialising once more",
                    null,
                    null);
            return switch (opening.handshake().run(agreed, trace, span)) {
                case Outcome.Ok<ServerDescription>(ServerDescription server) -> {
                    generation = lost + 1;
                    status.ready(server);
                    yield askAnew(new SpanContext(trace, span));
                }
                case Outcome.Cancelled<ServerDescription> _ -> false;
                case Outcome.NotOk<ServerDescription> failed -> {
                    status.warning(
                            "session-not-renewed",
                            "the server forgot the session and gave no new one",
                            failed.problem().message());
                    yield false;
                }
            };
        } finally {
            lock.unlock();
        }
    }

    /// Waits until the new session is as the old one was. Whoever is interrupted leaves that to
    /// those who wait.
    private boolean askAnew(SpanContext span) {
        try {
            Thread asking =
                    Thread.ofVirtual()
                            .name("new session of " + spans.where())
                            .start(() -> renewed.accept(span));
            asking.join();
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
