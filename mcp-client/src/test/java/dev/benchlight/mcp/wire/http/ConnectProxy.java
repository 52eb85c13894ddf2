package dev.benchlight.mcp.wire.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// A proxy on loopback that wants credentials and then connects to one server, whatever host was
/// asked for. Thread-safe.
final class ConnectProxy implements AutoCloseable {
    private final ServerSocket listener;
    private final int target;
    private final String authorization;
    private final List<String> heads = new CopyOnWriteArrayList<>();
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

    /// @param target the port on loopback to connect to
    /// @param authorization what `Proxy-Authorization` must be
    ConnectProxy(int target, String authorization) throws IOException {
        this.target = target;
        this.authorization = authorization;
        listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().name("proxy accept").start(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    /// The heads of what was asked, as they came.
    List<String> heads() {
        return heads;
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                sockets.add(client);
                Thread.ofVirtual().name("proxy client").start(() -> serve(client));
            } catch (IOException e) {
                if (!listener.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            while (true) {
                String head = head(client.getInputStream());
                if (head.isEmpty()) {
                    return;
                }
                heads.add(head);
                if (head.contains("Proxy-Authorization: " + authorization)) {
                    connect(client);
                    return;
                }
                say(
                        client,
                        "407 Proxy Authentication Required\r\n"
                                + "Proxy-Authenticate: Basic realm=\"p\"\r\nContent-Length: 0");
            }
        } catch (IOException e) {
            // Either side hung up; the test sees it by what it did not get.
            sockets.remove(client);
        }
    }

    private void connect(Socket client) throws IOException {
        try (Socket server = new Socket(InetAddress.getLoopbackAddress(), target)) {
            sockets.add(server);
            say(client, "200 Connection established");
            Thread back = Thread.ofVirtual().name("proxy back").start(() -> pump(server, client));
            pump(client, server);
            back.interrupt();
        }
    }

    private static void pump(Socket from, Socket to) {
        try (OutputStream out = to.getOutputStream()) {
            from.getInputStream().transferTo(out);
        } catch (IOException e) {
            // One side hung up, and so does the other.
            return;
        }
    }

    private static void say(Socket client, String answer) throws IOException {
        client.getOutputStream().write(("HTTP/1.1 " + answer + "\r\n\r\n").getBytes(ISO_8859_1));
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        int b = in.read();
        while (b >= 0 && !head.toString().endsWith("\r\n\r")) {
            head.append((char) b);
            b = in.read();
        }
        return head.toString();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
