package dev.benchlight.mcp.faults;

import static dev.benchlight.mcp.faults.HttpFault.on;
import static dev.benchlight.mcp.faults.HttpFault.onCall;
import static dev.benchlight.mcp.faults.HttpFault.onHttp;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;

/// The faults by name, and the good behaviour around them. Those of event streams are in
/// [SseFaults].
final class HttpFaults {
    private static final String SSO =
            "<!DOCTYPE html><html><head><title>Corporate SSO</title></head><body>Log"
                    + " in</body></html>";
    private static final Map<String, HttpFault> ALL = all();

    private HttpFaults() {}

    static HttpFault named(String mode) {
        HttpFault fault = ALL.get(mode);
        if (fault == null) {
            throw new IllegalArgumentException("no mode " + mode + "; there are " + ALL.keySet());
        }
        return fault;
    }

    static Set<String> names() {
        return ALL.keySet();
    }

    /// What a server should do.
    static void behave(HttpAnswer answer) throws IOException {
        String id = answer.id();
        switch (answer.request.method() + " " + answer.request.rpcMethod()) {
            case "POST initialize" ->
                    answer.respond(
                            "200 OK",
                            jsonHead("Mcp-Session-Id: s-" + answer.attempt()),
                            hello(answer));
            case "POST tools/list" -> answer.json(tools(id));
            case "POST tools/call" -> answer.json(answer.result());
            case "POST ping" ->
                    answer.json("{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"result\":{}}");
            case "DELETE " -> answer.respond("200 OK", "", "");
            case "GET " -> answer.respond("405 Method Not Allowed", "", "");
            default -> {
                if (answer.request.json().has("id") && answer.request.json().has("method")) {
                    answer.json(error(id, -32601, "Method not found"));
                } else {
                    answer.respond("202 Accepted", "", "");
                }
            }
        }
    }

    static String hello(HttpAnswer answer) {
        String version = answer.request.json().at("/params/protocolVersion").asString("2025-11-25");
        return """
        {"jsonrpc":"2.0","id":%s,"result":{"protocolVersion":"%s","capabilities":{"tools":{}},\
        "serverInfo":{"name":"faulty","version":"1"}}}\
        """
                .formatted(answer.id(), version);
    }

    static String error(String id, int code, String message) {
        return """
        {"jsonrpc":"2.0","id":%s,"error":{"code":%d,"message":"%s"}}\
        """
                .formatted(id, code, message);
    }

    static String tools(String id) {
        return """
        {"jsonrpc":"2.0","id":%s,"result":{"tools":[{"name":"echo","inputSchema":{"type":"object",\
        "properties":{"message":{"type":"string"}}}}]}}\
        """
                .formatted(id);
    }

    private static String jsonHead(String header) {
        return "Content-Type: application/json\r\n" + header + "\r\n";
    }

    private static HttpFault status(String status, String headers, String body) {
        return onCall(answer -> answer.respond(status, headers, body));
    }

    private static Map<String, HttpFault> all() {
        Map<String, HttpFault> all = new TreeMap<>(SseFaults.all());
        all.put("ok", answer -> false);
        statuses(all);
        redirects(all);
        bodies(all);
        connections(all);
        sessions(all);
        return Map.copyOf(all);
    }

    private static void statuses(Map<String, HttpFault> all) {
        String html = "Content-Type: text/html\r\n";
        all.put("401-bare", status("401 Unauthorized", "", ""));
        all.put(
                "401-always",
                status(
                        "401 Unauthorized",
                        "WWW-Authenticate: Bearer error=\"invalid_token\", scope=\"mcp:read\"\r\n",
                        ""));
        all.put(
                "403-scope",
                status(
                        "403 Forbidden",
                        "WWW-Authenticate: Bearer error=\"insufficient_scope\","
                                + " scope=\"files:write\"\r\n",
                        ""));
        all.put("204", onCall(answer -> answer.raw("HTTP/1.1 204 No Content\r\n\r\n")));
        all.put("empty-200", status("200 OK", "Content-Type: application/json\r\n", ""));
        all.put("html-200", status("200 OK", html, SSO));
        all.put(
                "html-500",
                status("500 Internal Server Error", html, SSO.replace("Corporate SSO", "Oops")));
        all.put("502", status("502 Bad Gateway", "Content-Type: text/plain\r\n", "upstream"));
        all.put("503-retry", status("503 Service Unavailable", "Retry-After: 7\r\n", ""));
        all.put(
                "429-retry",
                status(
                        "429 Too Many Requests",
                        "Retry-After: Fri, 31 Dec 2100 23:59:59 GMT\r\n",
                        ""));
        all.put(
                "wrong-content-type",
                onCall(a -> a.respond("200 OK", "Content-Type: text/plain\r\n", a.result())));
        all.put("200-error", onCall(a -> a.json("{\"error\":\"boom\"}")));
        all.put("wrong-id", onCall(a -> a.json(HttpAnswer.result("987654", "lost"))));
        all.put(
                "400-rpc",
                onCall(a ->
                        a.respond(
                                "400 Bad Request",
                                jsonHead("X: y"),
                                error("null", -32000, "no way"))));
        all.put(
                "407",
                status("407 Proxy Authentication Required", "Proxy-Authenticate: Basic\r\n", ""));
        all.put(
                "cookie-set",
                onCall(a -> a.respond("200 OK", jsonHead("Set-Cookie: a=b"), a.result())));
        all.put("notify-200", on("notifications/initialized", a -> a.json("{}")));
    }

    private static void redirects(Map<String, HttpFault> all) {
        all.put(
                "redirect-307",
                answer -> {
                    if (!answer.request.path().equals("/mcp")
                            || !answer.request.rpcMethod().equals("tools/call")) {
                        return false;
                    }
                    answer.respond("307 Temporary Redirect", "Location: /moved\r\n", "");
                    return true;
                });
        all.put("redirect-302", status("302 Found", "Location: /moved\r\n", ""));
        all.put("redirect-loop", status("307 Temporary Redirect", "Location: /mcp\r\n", ""));
        all.put(
                "redirect-host",
                status("307 Temporary Redirect", "Location: http://evil.test/x\r\n", ""));
    }

    private static void bodies(Map<String, HttpFault> all) {
        byte[] megabyte = " ".repeat(1 << 20).getBytes(US_ASCII);
        all.put(
                "huge-body",
                onCall(a -> {
                    a.raw("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{");
                    for (int i = 0; i < 1_024 && a.pause(0); i++) {
                        a.raw(megabyte);
                    }
                    a.hangUp();
                }));
        all.put(
                "gzip-bomb",
                onCall(a ->
                        a.respond(
                                "200 OK",
                                jsonHead("Content-Encoding: gzip"),
                                zipped(megabyte, 200))));
        all.put(
                "gzip",
                onCall(a ->
                        a.respond(
                                "200 OK",
                                jsonHead("Content-Encoding: gzip"),
                                zipped(a.result().getBytes(UTF_8), 1))));
        all.put(
                "gzip-lie",
                onCall(a ->
                        a.respond(
                                "200 OK",
                                jsonHead("Content-Encoding: gzip"),
                                "{}{}".getBytes(UTF_8))));
        all.put(
                "bad-chunk",
                onCall(a -> {
                    a.raw("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n");
                    a.raw("Transfer-Encoding: chunked\r\n\r\nZZZ\r\n{}\r\n0\r\n\r\n");
                    a.hangUp();
                }));
        all.put(
                "negative-length",
                onCall(a -> {
                    a.raw("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n");
                    a.raw("Content-Length: -5\r\n\r\n{}");
                    a.hangUp();
                }));
        all.put(
                "truncated",
                onCall(a -> {
                    a.raw("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n");
                    a.raw("Content-Length: 5000\r\n\r\n{\"jsonrpc\":");
                    a.hangUp();
                }));
        all.put(
                "slow-body",
                onCall(a -> {
                    a.raw("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n");
                    a.raw("Content-Length: 5000\r\n\r\n");
                    while (a.pause(20)) {
                        a.raw(" ");
                    }
                }));
        all.put("header-huge", status("200 OK", "X-Huge: " + "h".repeat(100_000) + "\r\n", "{}"));
        all.put(
                "header-endless",
                status("200 OK", "X-Huge: " + "h".repeat(900_000) + "\r\n", "{}"));
    }

    private static void connections(Map<String, HttpFault> all) {
        all.put("hang", onCall(HttpAnswer::hang));
        all.put("reset", onCall(HttpAnswer::reset));
        all.put("close", onCall(HttpAnswer::hangUp));
        all.put(
                "not-http",
                onCall(a -> {
                    a.raw("SSH-2.0-OpenSSH_9.2\r\n");
                    a.hangUp();
                }));
        all.put(
                "slow-headers",
                onCall(a -> {
                    a.raw("HTTP/1.1 200 OK\r\n");
                    for (int i = 0; a.pause(20); i++) {
                        a.raw("X-" + i + ": y\r\n");
                    }
                }));
        all.put("delete-hang", onHttp("DELETE", HttpAnswer::hang));
    }

    private static void sessions(Map<String, HttpFault> all) {
        HttpFault gone = status("404 Not Found", "", "");
        all.put("initialize-404", on("initialize", a -> a.respond("404 Not Found", "", "")));
        all.put("session-404", a -> a.attempt() == 1 && gone.answer(a));
        all.put("session-404-always", gone);
        all.put(
                "sid-evil",
                on(
                        "initialize",
                        a ->
                                a.respond(
                                        "200 OK",
                                        jsonHead("Mcp-Session-Id: a b\u0001c"),
                                        hello(a))));
    }

    private static byte[] zipped(byte[] bytes, int times) throws IOException {
        ByteArrayOutputStream result = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(result)) {
            for (int i = 0; i < times; i++) {
                zip.write(bytes);
            }
        }
        return result.toByteArray();
    }
}
