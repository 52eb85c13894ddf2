package dev.benchlight.mcp.wire;

import dev.benchlight.trace.SpanId;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/// Writes messages to a server's standard input, a line each and in order. Who sends does not wait
/// for a server that does not read; the thread that runs this does. Thread-safe.
final class StdinWriter {
    private static final int SMALLEST_PIPE = 4 << 10;
    private static final WireFault BLOCKED =
            WireFault.of(
                    WireFault.Kind.TRANSPORT,
                    "input-blocked",
                    "the server does not read its standard input");

    /// A caller's own write is given up after this; while there are such, it is looked so often.
    private static final Duration STUCK = Duration.ofSeconds(2);

    private static final Duration LOOK = Duration.ofSeconds(1);

    private final OutputStream stdin;
    private final WireListener listener;
    private final Host host;
    private final long most;

    /// Empty ones only wake who takes them.
    private final BlockingQueue<Optional<WireMessage>> outgoing = new LinkedBlockingQueue<>();

    private final AtomicLong queued = new AtomicLong();
    private final ReentrantLock writing = new ReentrantLock();
    private long written;
    private volatile long read;
    private volatile @Nullable LastRequest lastRequest;
    private volatile boolean stopped;

    /// When the caller's own write began that is under way, else 0.
    private volatile long atOnceSince;

    /// Whether the writing thread looks after such writes; else it waits until it is woken.
    private volatile boolean watching;

    /// The newest request written, and how many bytes were written with it.
    private record LastRequest(SpanId span, long end) {}

    /// Whom it writes for. Called under a lock: none of it may block.
    interface Host {
        /// Before a message is written.
        void record(WireMessage message, long offset);

        /// The server reads no more.
        void inputClosed();

        /// A write does not end, and only the end of the process can end it.
        void stuck(WireFault fault);
    }

    /// @param most memory of messages that may wait
    StdinWriter(OutputStream stdin, WireListener listener, Host host, long most) {
        this.stdin = stdin;
        this.listener = listener;
        this.host = host;
        this.most = most;
    }

    void send(WireMessage message) {
        if (sendAtOnce(message)) {
            return;
        }
        if (queued.addAndGet(held(message)) > most) {
            queued.addAndGet(-held(message));
            listener.undelivered(message, BLOCKED);
            return;
        }
        outgoing.add(Optional.of(message));
    }

    /// What a waiting message costs: its objects, and its span, which stays open in the trace.
    private static long held(WireMessage message) {
        return message.bytes().length + 4_096L;
    }

    /// A short message is written by the caller itself, which saves a switch of threads, if what
    /// the server may not have read yet fits into the smallest pipe there is: then it cannot block.
    /// A server that answers what it never read lies about that, which [#giveUpIfStuck] ends.
    private boolean sendAtOnce(WireMessage message) {
        long size = message.bytes().length + 1L;
        if (size > SMALLEST_PIPE || queued.get() > 0 || !writing.tryLock()) {
            return false;
        }
        boolean done = false;
        try {
            if (queued.get() > 0 || written + size - read > SMALLEST_PIPE) {
                return false;
            }
            atOnceSince = System.nanoTime() | 1;
            watch();
            write(message);
            done = true;
        } catch (IOException e) {
            host.inputClosed();
        } finally {
            atOnceSince = 0;
            writing.unlock();
        }
        if (done) {
            delivered(message);
        }
        return true;
    }

    private void watch() {
        if (!watching) {
            watching = true;
            outgoing.add(Optional.empty());
        }
    }

    /// The caller waits for a server that does not read. Only the end of the process frees it.
    private void giveUpIfStuck() {
        long since = atOnceSince;
        if (since != 0 && System.nanoTime() - since > STUCK.toNanos()) {
            host.stuck(BLOCKED);
        }
    }

    /// The server has read what was written up to this request.
    void answered(SpanId request) {
        LastRequest last = lastRequest;
        if (last != null && last.span().equals(request)) {
            read = last.end();
        }
    }

    /// Only while holding `writing`.
    private void write(WireMessage message) throws IOException {
        byte[] bytes = message.bytes();
        host.record(message, written);
        byte[] line = Arrays.copyOf(bytes, bytes.length + 1);
        line[bytes.length] = '\n';
        written += line.length;
        if (message.kind() == WireMessage.Kind.REQUEST) {
            lastRequest = new LastRequest(message.span(), written);
        }
        stdin.write(line);
        stdin.flush();
    }

    private void delivered(WireMessage message) {
        if (message.kind() != WireMessage.Kind.REQUEST) {
            listener.exchangeEnded(message.span(), Optional.empty());
        }
    }

    /// Writes what waits, until it is stopped or interrupted.
    void run() {
        try {
            while (!stopped) {
                Optional<WireMessage> next = next();
                giveUpIfStuck();
                if (next.isPresent()) {
                    writeQueued(next.get());
                }
            }
        } catch (IOException e) {
            host.inputClosed();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Waits for good once nobody has written for a while; [#watch] ends that.
    private Optional<WireMessage> next() throws InterruptedException {
        if (watching) {
            Optional<WireMessage> next = outgoing.poll(LOOK.toMillis(), TimeUnit.MILLISECONDS);
            if (next != null) {
                return next;
            }
            watching = false;
            if (atOnceSince != 0) {
                watching = true;
                return Optional.empty();
            }
        }
        return outgoing.take();
    }

    private void writeQueued(WireMessage message) throws IOException, InterruptedException {
        while (!writing.tryLock(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
            giveUpIfStuck();
        }
        try {
            write(message);
        } finally {
            writing.unlock();
        }
        queued.addAndGet(-held(message));
        delivered(message);
    }

    void stop() {
        stopped = true;
        outgoing.add(Optional.empty());
    }
}
