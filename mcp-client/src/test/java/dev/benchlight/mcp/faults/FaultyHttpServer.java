package dev.benchlight.mcp.faults;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import javax.net.ssl.SSLContext;

/// A Streamable HTTP server on loopback that shakes hands as it should, has a tool `echo`, and
/// misbehaves in one named way, mostly in answer to `tools/call`. The modes are the names of the
/// fault matrix; `ok` does nothing wrong. Thread-safe.
public final class FaultyHttpServer implements AutoCloseable {
    private final ServerSocket listener;
    private final String scheme;
    private final HttpFault fault;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final List<HttpRequest> requests = new CopyOnWriteArrayList<>();
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final Map<String, AtomicInteger> attempts = new ConcurrentHashMap<>();

    private FaultyHttpServer(ServerSocket listener, String scheme, HttpFault fault) {
        this.listener = listener;
        this.scheme = scheme;
        this.fault = fault;
    }

    public static FaultyHttpServer start(String mode) {
        return start(HttpFaults.named(mode), null, "127.0.0.1");
    }

    /// A server on another loopback address, such as `::1`.
    public static FaultyHttpServer startOn(String address, String mode) {
        return start(HttpFaults.named(mode), null, address);
    }

    /// A server that speaks TLS.
    public static FaultyHttpServer startTls(SSLContext context) {
        return start(HttpFaults.named("ok"), context, "127.0.0.1");
    }

    /// A server of the older transport, HTTP+SSE.
    ///
    /// @param refusal the status for a POST to the URL of its stream
    /// @param endpoints what its endpoint events name, in order; `/messages` is one that works
    public static FaultyHttpServer startOlder(int refusal, String... endpoints) {
        return start(new OlderServer(refusal, List.of(endpoints)), null, "127.0.0.1");
    }

    static FaultyHttpServer start(HttpFault fault, @Nullable SSLContext context, String address) {
        try {
            ServerSocket socket =
                    context == null
                            ? new ServerSocket()
                            : context.getServerSocketFactory().createServerSocket();
            socket.bind(new InetSocketAddress(InetAddress.getByName(address), 0));
            FaultyHttpServer server =
                    new FaultyHttpServer(socket, context == null ? "http" : "https", fault);
            Thread.ofVirtual().name("faulty accept").start(server::accept);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The names [#start] takes.
    public static Set<String> modes() {
        return HttpFaults.names();
    }

    public URI url() {
        String address = listener.getInetAddress().getHostAddress();
        String host = address.contains(":") ? "[" + address + "]" : address;
        return URI.create(scheme + "://" + host + ":" + listener.getLocalPort() + "/mcp");
    }

    /// What was received so far.
    public List<HttpRequest> requests() {
        return List.copyOf(requests);
    }

    /// What was received of one HTTP method and, if not empty, one JSON-RPC method.
    public List<HttpRequest> requests(String method, String rpcMethod) {
        return requests.stream()
                .filter(r -> r.method().equals(method))
                .filter(r -> rpcMethod.isEmpty() || r.rpcMethod().equals(rpcMethod))
                .toList();
    }

    /// Connections that are open now.
    public int openConnections() {
        return sockets.size();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                socket.setTcpNoDelay(true);
                sockets.add(socket);
                Thread.ofVirtual().name("faulty connection").start(() -> serve(socket));
            } catch (IOException e) {
                if (!listener.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            InputStream in = new java.io.BufferedInputStream(socket.getInputStream());
            boolean keepAlive = true;
            while (keepAlive) {
                HttpRequest request = HttpRequest.read(in);
                // One accepted while the server was being closed is not in its list to be closed.
                if (request == null || listener.isClosed()) {
                    return;
                }
                requests.add(request);
                String key = request.method() + " " + request.rpcMethod();
                int attempt =
                        attempts.computeIfAbsent(key, any -> new AtomicInteger()).incrementAndGet();
                HttpAnswer answer = new HttpAnswer(request, socket, stopped, attempt);
                if (!fault.answer(answer)) {
                    HttpFaults.behave(answer);
                }
                keepAlive = answer.keepAlive();
            }
        } catch (IOException e) {
            // The peer went away, or was sent away; that is what this server is for.
            sockets.remove(socket);
        } finally {
            sockets.remove(socket);
        }
    }

    @Override
    public void close() {
        stopped.countDown();
        try {
            listener.close();
            for (Socket socket : sockets) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
