package dev.benchlight.mcp.auth;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;

/// Takes the one redirect that brings the browser back (RFC 8252, 7.3): on loopback alone, at a
/// path nobody else knows, one GET, and then no more. Thread-safe.
final class RedirectListener implements AutoCloseable {
    private static final int LONGEST_HEAD = 16_384;
    private static final Duration SLOWEST_HEAD = Duration.ofSeconds(10);

    /// It is a door; it does not stay open for longer, whatever the user thinks about meanwhile.
    static final Duration LONGEST_LIFE = Duration.ofMinutes(5);

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String DONE =
            "<!doctype html><title>Benchlight</title><p>Benchlight has the answer. You can close this"
                    + " page.";

    private final ServerSocket socket;
    private final URI uri;
    private final Thread acceptor;
    private final CompletableFuture<URI> redirect = new CompletableFuture<>();
    private final LongSupplier clock;
    private final long ends;

    private RedirectListener(ServerSocket socket, URI uri, LongSupplier clock) {
        this.socket = socket;
        this.uri = uri;
        this.clock = clock;
        ends = clock.getAsLong() + LONGEST_LIFE.toMillis();
        acceptor = Thread.ofVirtual().name("redirect listener").unstarted(this::accept);
    }

    /// Begins to listen.
    ///
    /// @param wanted the redirect URI that is registered, whose port and path are taken, or null
    ///   for some at random
    /// @throws IOException if its port is taken, or it is not on loopback
    static RedirectListener open(@Nullable URI wanted) throws IOException {
        return open(wanted, () -> System.nanoTime() / 1_000_000);
    }

    /// As the other, with the end of its life by a clock of the caller's, in milliseconds.
    static RedirectListener open(@Nullable URI wanted, LongSupplier clock) throws IOException {
        String host = wanted == null ? "127.0.0.1" : wanted.getHost();
        boolean loopback =
                "127.0.0.1".equals(host) || "[::1]".equals(host) || "localhost".equals(host);
        if (!loopback || (wanted != null && !"http".equals(wanted.getScheme()))) {
            throw new IOException(wanted + " is no http address on loopback");
        }
        InetAddress address = InetAddress.getByName("localhost".equals(host) ? "127.0.0.1" : host);
        ServerSocket socket = new ServerSocket();
        try {
            int port = wanted == null ? 0 : Math.max(0, wanted.getPort());
            socket.bind(new InetSocketAddress(address, port), 8);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
        String path = wanted == null ? "/" + random() : wanted.getRawPath();
        URI uri = URI.create("http://" + host + ":" + socket.getLocalPort() + path);
        RedirectListener listener = new RedirectListener(socket, uri, clock);
        listener.acceptor.start();
        return listener;
    }

    private static String random() {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// For `redirect_uri`.
    URI uri() {
        return uri;
    }

    /// The redirect with its query; null if none came in time or the listener was closed.
    @Nullable URI await(Duration limit) throws InterruptedException {
        try {
            return redirect.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | CancellationException e) {
            return null;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                socket.setSoTimeout(Math.max(1, (int) (ends - clock.getAsLong())));
                Socket browser = socket.accept();
                Thread.ofVirtual().name("redirect").start(() -> serve(browser));
            } catch (IOException e) {
                close();
            }
        }
    }

    private void serve(Socket browser) {
        try (browser) {
            browser.setSoTimeout((int) SLOWEST_HEAD.toMillis());
            String head = head(browser.getInputStream());
            String answer = head == null ? "400 Bad Request" : answer(head);
            String body = answer.startsWith("200") ? DONE : answer;
            browser.getOutputStream().write(response(answer, body).getBytes(UTF_8));
        } catch (IOException e) {
            // The browser, or whoever it was, went away; the next one may come.
            return;
        }
    }

    /// The status for a request, whose redirect is taken if it is the first.
    private String answer(String head) {
        String[] lines = head.split("\r?\n");
        String[] request = lines[0].split(" ", -1);
        if (request.length != 3 || !request[2].startsWith("HTTP/1.")) {
            return "400 Bad Request";
        }
        if (!hostIsOurs(lines)) {
            return "421 Misdirected Request";
        }
        if (!request[0].equals("GET")) {
            return "405 Method Not Allowed";
        }
        String target = request[1];
        int query = target.indexOf('?');
        String path = query < 0 ? target : target.substring(0, query);
        if (!path.equals(uri.getRawPath())) {
            return "404 Not Found";
        }
        try {
            URI whole = URI.create(uri + (query < 0 ? "" : target.substring(query)));
            return redirect.complete(whole) ? "200 OK" : "410 Gone";
        } catch (IllegalArgumentException e) {
            return "400 Bad Request";
        }
    }

    private boolean hostIsOurs(String[] lines) {
        String host = null;
        for (String line : lines) {
            if (line.toLowerCase(Locale.ROOT).startsWith("host:")) {
                if (host != null) {
                    return false;
                }
                host = line.substring(5).strip();
            }
        }
        return uri.getRawAuthority().equals(host);
    }

    private static String response(String status, String body) {
        return "HTTP/1.1 "
                + status
                + "\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: "
                + body.getBytes(UTF_8).length
                + "\r\nContent-Security-Policy: default-src 'none'; frame-ancestors 'none'"
                + "\r\nCache-Control: no-store\r\nReferrer-Policy: no-referrer"
                + "\r\nX-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n"
                + body;
    }

    private static @Nullable String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int last = 0;
        while (head.size() < LONGEST_HEAD) {
            int b = in.read();
            if (b < 0) {
                return null;
            }
            if (b == '\n' && last == '\n') {
                return head.toString(ISO_8859_1);
            }
            if (b != '\r') {
                last = b;
            }
            head.write(b);
        }
        return null;
    }

    @Override
    public void close() {
        redirect.cancel(false);
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        awaitAcceptor();
    }

    /// The port is free only when nobody waits at it any more.
    private void awaitAcceptor() {
        if (Thread.currentThread().equals(acceptor)) {
            return;
        }
        try {
            acceptor.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
