package dev.benchlight.mcp.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;

/// What a fault does with one request: whole answers, pieces of them, or a broken socket.
final class HttpAnswer {
    final HttpRequest request;
    private final Socket socket;
    private final OutputStream out;
    private final CountDownLatch stopped;
    private final int attempt;
    private boolean keepAlive = true;

    HttpAnswer(HttpRequest request, Socket socket, CountDownLatch stopped, int attempt)
            throws IOException {
        this.request = request;
        this.socket = socket;
        this.out = socket.getOutputStream();
        this.stopped = stopped;
        this.attempt = attempt;
    }

    /// How many requests of the same HTTP and JSON-RPC method came, counted from 1.
    int attempt() {
        return attempt;
    }

    boolean keepAlive() {
        return keepAlive;
    }

    String id() {
        return request.json().path("id").toString();
    }

    /// The answer to an `echo`, with the request's id.
    String result() {
        String message = request.json().at("/params/arguments/message").asString("");
        return result(id(), "Echo: " + message);
    }

    static String result(String id, String text) {
        return """
        {"jsonrpc":"2.0","id":%s,"result":{"content":[{"type":"text","text":"%s"}]}}\
        """
                .formatted(id, text);
    }

    void raw(String text) throws IOException {
        raw(text.getBytes(UTF_8));
    }

    void raw(byte[] bytes) throws IOException {
        out.write(bytes);
        out.flush();
    }

    void respond(String status, String headers, String body) throws IOException {
        respond(status, headers, body.getBytes(UTF_8));
    }

    void respond(String status, String headers, byte[] body) throws IOException {
        byte[] head =
                ("HTTP/1.1 " + status + "\r\n" + headers + "Content-Length: " + body.length)
                        .concat("\r\n\r\n")
                        .getBytes(UTF_8);
        byte[] all = new byte[head.length + body.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(body, 0, all, head.length, body.length);
        raw(all);
    }

    void json(String body) throws IOException {
        respond("200 OK", "Content-Type: application/json\r\n", body);
    }

    /// The head of an event stream that ends with the connection.
    void events() throws IOException {
        keepAlive = false;
        raw("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n");
    }

    void event(String data) throws IOException {
        raw("event: message\ndata: " + data + "\n\n");
    }

    void hangUp() {
        keepAlive = false;
    }

    void reset() throws IOException {
        keepAlive = false;
        socket.setSoLinger(true, 0);
        socket.close();
    }

    /// Waits; ends early when the server is closed.
    ///
    /// @return whether to go on
    boolean pause(long millis) throws IOException {
        try {
            return !stopped.await(millis, java.util.concurrent.TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// Does nothing until the peer hangs up or the server is closed.
    void hang() throws IOException {
        keepAlive = false;
        while (socket.getInputStream().read() >= 0) {
            // The peer may send what it likes.
        }
    }
}
