package dev.benchlight.mcp.faults;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// Standard output of a scripted server, unbuffered.
final class ServerOutput {
    private final OutputStream out = new FileOutputStream(FileDescriptor.out);

    synchronized void bytes(byte[] bytes) throws IOException {
        out.write(bytes);
    }

    void raw(String text) throws IOException {
        bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    void line(String json) throws IOException {
        raw(json + "\n");
    }

    void result(String id, String result) throws IOException {
        line("{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"result\":" + result + "}");
    }

    /// The answer to a tool call.
    void text(String id, String text) throws IOException {
        result(id, content(text));
    }

    static String content(String text) {
        return "{\"content\":[{\"type\":\"text\",\"text\":\"" + text + "\"}]}";
    }

    void notification(String method, String params) throws IOException {
        line("{\"jsonrpc\":\"2.0\",\"method\":\"" + method + "\",\"params\":" + params + "}");
    }

    void error(String text) throws IOException {
        try (OutputStream error = new FileOutputStream("/dev/stderr", true)) {
            error.write(text.getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    void close() throws IOException {
        out.close();
    }
}
