package dev.benchlight.mcp.faults;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// A request as [FaultyHttpServer] read it. Header names are in lower case.
public record HttpRequest(String method, String path, Map<String, String> headers, String body) {
    private static final JsonMapper MAPPER = JsonMapper.shared();

    /// The next request of a connection, or null at its end.
    static @Nullable HttpRequest read(InputStream in) throws IOException {
        String line = line(in);
        if (line == null) {
            return null;
        }
        String[] parts = line.split(" ", 3);
        Map<String, String> headers = new LinkedHashMap<>();
        for (String header = line(in); header != null && !header.isEmpty(); header = line(in)) {
            int colon = header.indexOf(':');
            headers.put(
                    header.substring(0, colon).toLowerCase(Locale.ROOT),
                    header.substring(colon + 1).strip());
        }
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        byte[] body = in.readNBytes(length);
        if (body.length < length) {
            throw new EOFException("request cut");
        }
        return new HttpRequest(parts[0], parts[1], headers, new String(body, UTF_8));
    }

    /// The value of a header, or an empty string.
    public String header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }

    JsonNode json() {
        return body.isEmpty() ? MissingNode.getInstance() : MAPPER.readTree(body);
    }

    /// The JSON-RPC method, or an empty string.
    public String rpcMethod() {
        return json().path("method").asString("");
    }

    private static @Nullable String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int b;
        while ((b = in.read()) >= 0) {
            if (b == '\n') {
                return line.toString(ISO_8859_1).stripTrailing();
            }
            line.write(b);
        }
        return null;
    }
}
