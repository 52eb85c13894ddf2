package dev.benchlight.mcp.wire;

import dev.benchlight.trace.Channel;
import dev.benchlight.trace.Direction;
import dev.benchlight.trace.Frame;
import dev.benchlight.trace.FrameId;
import dev.benchlight.trace.Moment;
import dev.benchlight.trace.SpanId;
import dev.benchlight.trace.TraceRecorder;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/// A server's process, one message a line on its standard input and output, as the transport
/// section of the specification says. Thread-safe.
public final class StdioWire implements Wire {
    private static final int STDERR_LINE = 64 << 10;
    private static final Duration LAST_WORDS = Duration.ofMillis(500);
    private static final WireFault CLOSED =
            WireFault.of(
                    WireFault.Kind.TRANSPORT,
                    "session-closed",
                    "the session was closed before the server was started");

    private final ServerConfig.Stdio config;
    private final Limits limits;
    private final TraceRecorder recorder;
    private final RoomWait room;
    private final ServerRegister register;
    private final String connection;
    private final AtomicLong frames = new AtomicLong();
    private final StderrRing stderr;
    private final AtomicBoolean over = new AtomicBoolean();
    private volatile @Nullable Running running;
    private volatile @Nullable Duration closing;
    private volatile boolean ended;
    private volatile @Nullable LineReader output;

    /// What there is once the process was started.
    private record Running(
            Process process,
            ProcessTree tree,
            ServerRegister.Entry entry,
            StdinWriter stdin,
            List<Thread> threads) {}

    /// @param connection names this connection; unique within the process
    public StdioWire(
            ServerConfig.Stdio config,
            Limits limits,
            TraceRecorder recorder,
            ServerRegister register,
            String connection) {
        this.config = config;
        this.limits = limits;
        this.recorder = recorder;
        room = new RoomWait(recorder);
        this.register = register;
        this.connection = connection;
        stderr = new StderrRing(limits.stderrBytes());
    }

    @Override
    public String connection() {
        return connection;
    }

    @Override
    public Optional<WireFault> open(WireListener listener) {
        if (closing != null) {
            return Optional.of(CLOSED);
        }
        ServerMark mark = ServerMark.random();
        ServerRegister.Entry entry = register.starting(config.name(), mark);
        return switch (ProcessLaunch.of(config, mark)) {
            case ProcessLaunch.Started(Process process, ProcessTree tree) -> {
                start(process, tree, entry, listener);
                yield closedMeanwhile();
            }
            case ProcessLaunch.Refused(WireFault fault) -> {
                entry.ended();
                yield Optional.of(fault);
            }
        };
    }

    /// A close that came while the process was being started found none to end. One that came since
    /// the process ended by itself hides nothing of how it ended.
    private Optional<WireFault> closedMeanwhile() {
        Duration grace = closing;
        if (grace == null) {
            return Optional.empty();
        }
        close(grace);
        return ended ? Optional.empty() : Optional.of(CLOSED);
    }

    private void start(
            Process process, ProcessTree tree, ServerRegister.Entry entry, WireListener listener) {
        entry.seen(tree.started());
        // Platform threads: to read or write a pipe pins a virtual thread, and a few quiet servers
        // would leave no carrier for any other one.
        Thread errors = unstarted("stderr", () -> readErrors(process, listener));
        Thread reader = unstarted("stdout", () -> read(process, listener, errors));
        StdinWriter stdin =
                new StdinWriter(
                        process.getOutputStream(),
                        listener,
                        host(process, listener),
                        limits.bodyBytes());
        Thread writer = unstarted("stdin", stdin::run);
        running = new Running(process, tree, entry, stdin, List.of(errors, reader, writer));
        errors.start();
        reader.start();
        writer.start();
        Thread.ofVirtual()
                .name(config.name() + " exit")
                .start(() -> awaitExit(process, listener, reader, errors));
    }

    private Thread unstarted(String pipe, Runnable work) {
        return Thread.ofPlatform().daemon().name(config.name() + " " + pipe).unstarted(work);
    }

    @Override
    public void send(WireMessage message) {
        Running now = running;
        if (now == null) {
            throw new IllegalStateException("not open");
        }
        now.stdin().send(message);
    }

    @Override
    public void answered(SpanId request) {
        Running now = running;
        if (now != null) {
            now.stdin().answered(request);
        }
    }

    private StdinWriter.Host host(Process process, WireListener listener) {
        return new StdinWriter.Host() {
            @Override
            public void record(WireMessage message, long offset) {
                byte[] bytes = message.bytes();
                StdioWire.this.record(
                        Direction.SENT, Channel.STDIO, message.span(), bytes, bytes.length, offset);
            }

            @Override
            public void inputClosed() {
                Thread.ofVirtual()
                        .name(config.name() + " stdin closed")
                        .start(() -> StdioWire.this.inputClosed(process, listener));
            }

            @Override
            public void stuck(WireFault fault) {
                finish(listener, fault);
            }
        };
    }

    private void inputClosed(Process process, WireListener listener) {
        try {
            if (process.waitFor(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        finish(
                listener,
                WireFault.of(
                        WireFault.Kind.TRANSPORT,
                        "stdin-closed",
                        "the server closed its standard input"));
    }

    private void read(Process process, WireListener listener, Thread errors) {
        StdoutLines lines = new StdoutLines(this::received, listener, limits);
        LineReader reader = new LineReader(process.getInputStream(), limits.messageBytes(), lines);
        output = reader;
        LineReader.End end = reader.run();
        if (over.get()) {
            return;
        }
        if (end == LineReader.End.ENDLESS_LINE) {
            finish(listener, StdoutLines.endless(limits));
            return;
        }
        boolean within = end == LineReader.End.WITHIN_A_LINE;
        try {
            boolean exited = process.waitFor(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS);
            if (exited) {
                errors.join(LAST_WORDS);
            }
            finish(
                    listener,
                    exited
                            ? ExitStatus.fault(process.exitValue(), within, stderr.tail(5))
                            : ExitStatus.outputClosed(within, stderr.tail(5)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// The process is gone. Its pipes may be kept open by a child of it, so they get a moment only.
    private void awaitExit(Process process, WireListener listener, Thread reader, Thread errors) {
        try {
            int code = process.waitFor();
            reader.join(LAST_WORDS);
            errors.join(LAST_WORDS);
            finish(listener, ExitStatus.fault(code, false, stderr.tail(5)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void finish(WireListener listener, WireFault fault) {
        if (over.compareAndSet(false, true)) {
            ended = true;
            Running now = running;
            if (now != null) {
                now.stdin().stop();
            }
            listener.closed(fault);
        }
    }

    private void readErrors(Process process, WireListener listener) {
        LineReader lines =
                new LineReader(
                        process.getErrorStream(),
                        STDERR_LINE,
                        new StderrLines(this::error, stderr, listener));
        while (lines.run() == LineReader.End.ENDLESS_LINE && !over.get()) {
            // The line goes on.
        }
    }

    private void error(byte[] bytes, long length, long offset) {
        room.await();
        record(Direction.RECEIVED, Channel.STDERR, null, bytes, length, offset);
    }

    private FrameId received(byte[] bytes, long length, long offset) {
        room.await();
        return record(Direction.RECEIVED, Channel.STDIO, null, bytes, length, offset);
    }

    private FrameId record(
            Direction direction,
            Channel channel,
            @Nullable SpanId span,
            byte[] bytes,
            long length,
            long offset) {
        FrameId id = new FrameId(connection, frames.incrementAndGet());
        recorder.record(
                new Frame(
                        id,
                        span,
                        config.name(),
                        direction,
                        channel,
                        bytes,
                        length,
                        offset,
                        Moment.now()));
        return id;
    }

    @Override
    public List<String> close(Duration grace) {
        closing = grace;
        over.set(true);
        Running now = running;
        if (now == null) {
            return List.of();
        }
        now.tree().rescanAll();
        Thread.ofVirtual().name(config.name() + " close stdin").start(() -> closeInput(now));
        List<String> remaining = now.tree().end(grace);
        now.threads().forEach(Thread::interrupt);
        if (remaining.isEmpty()) {
            now.entry().ended();
        }
        return remaining;
    }

    /// By now a launcher such as npx has started what it launches.
    @Override
    public void negotiated(WireRules rules) {
        Running now = running;
        if (now != null) {
            Thread.ofVirtual()
                    .name(config.name() + " tree")
                    .start(() -> now.entry().seen(now.tree().look()));
        }
    }

    /// May wait for a write that the server does not read, which its end will free.
    private static void closeInput(Running now) {
        try {
            now.process().getOutputStream().close();
        } catch (IOException e) {
            // What could not be flushed is of no use to a server that is being ended.
        }
    }

    @Override
    public long unfinished() {
        LineReader reader = output;
        return reader == null ? 0 : reader.unfinished();
    }

    @Override
    public long heldNanos() {
        return room.nanos();
    }

    @Override
    public List<String> stderrTail(int lines) {
        return stderr.tail(lines);
    }
}
