package dev.benchlight.mcp.faults;

import static dev.benchlight.mcp.faults.HttpFault.onCall;
import static dev.benchlight.mcp.faults.HttpFault.onHttp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.TreeMap;

/// Faults of event streams, by name.
final class SseFaults {
    private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n";
    private static final String NOTE =
            "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/message\",\"params\":{\"level\":\"info\",\"data\":\"x\"}}";

    private SseFaults() {}

    static Map<String, HttpFault> all() {
        Map<String, HttpFault> all = new TreeMap<>();
        grammar(all);
        ends(all);
        listening(all);
        return all;
    }

    private static HttpFault text(String template) {
        return onCall(a -> {
            a.events();
            a.raw(template.replace("RESULT", a.result()));
        });
    }

    private static void grammar(Map<String, HttpFault> all) {
        all.put("sse", text("event: message\ndata: RESULT\n\n"));
        all.put("sse-crlf", text("event: message\r\ndata: RESULT\r\n\r\n"));
        all.put("sse-cr", text("event: message\rdata: RESULT\r\r"));
        all.put("sse-malformed", text("nonsense\nretry: x\n\ndata: {oops\n\ndata: RESULT\n\n"));
        all.put(
                "sse-bom-multi",
                onCall(a -> {
                    a.events();
                    a.raw("\uFEFF: hi\ndata: ");
                    a.raw(a.result().replaceFirst(",", ",\ndata: ") + "\n\n");
                }));
        all.put(
                "sse-split",
                onCall(a -> {
                    a.events();
                    byte[] bytes =
                            ("data: " + HttpAnswer.result(a.id(), "Grüße 🎉 日本語") + "\n\n")
                                    .getBytes(UTF_8);
                    for (byte b : bytes) {
                        a.raw(new byte[] {b});
                    }
                }));
        all.put(
                "sse-late-notify",
                onCall(a -> {
                    a.events();
                    a.event(a.result());
                    a.event(NOTE);
                }));
        all.put(
                "sse-huge-event",
                onCall(a -> {
                    a.events();
                    a.raw("data: ");
                    byte[] megabyte = "x".repeat(1 << 20).getBytes(UTF_8);
                    for (int i = 0; i < 1_024 && a.pause(0); i++) {
                        a.raw(megabyte);
                    }
                }));
        all.put("batch", text("data: [" + NOTE + ",RESULT]\n\n"));
    }

    private static void ends(Map<String, HttpFault> all) {
        all.put(
                "sse-resume",
                onCall(
                                a -> {
                                    a.events();
                                    a.raw("id: " + a.id() + "\nretry: 150\ndata: \n\n");
                                })
                        .or(a -> {
                            String last = a.request.header("last-event-id");
                            if (last.isEmpty()) {
                                return false;
                            }
                            a.events();
                            a.event(HttpAnswer.result(last, "resumed"));
                            return true;
                        }));
        all.put("sse-bad-id", text("id: 1\ndata: " + NOTE + "\n\nid: é\u202e\u0007\ndata: \n\n"));
        all.put("sse-long-id", text("id: " + "i".repeat(3 << 20) + "\ndata: \n\n"));
        all.put(
                "sse-cut",
                onCall(a -> {
                    a.raw(HEAD + "Transfer-Encoding: chunked\r\n\r\n");
                    a.raw("10\r\ndata: {\"jsonrpc\"\r\n");
                    a.hangUp();
                }));
        all.put(
                "sse-no-result",
                onCall(a -> {
                    a.events();
                    a.event(NOTE);
                }));
        all.put(
                "sse-stall",
                onCall(a -> {
                    a.events();
                    a.event(NOTE);
                    a.hang();
                }));
        all.put(
                "sse-stall-within",
                onCall(a -> {
                    a.events();
                    a.raw("data: {\"jsonrpc\"");
                    a.hang();
                }));
        all.put(
                "sse-keepalive-forever",
                onCall(a -> {
                    a.events();
                    while (a.pause(20)) {
                        a.raw(": keep-alive\n\n");
                    }
                }));
        all.put(
                "sse-open-after-answer",
                onCall(a -> {
                    a.events();
                    a.event(a.result());
                    a.hang();
                }));
    }

    private static void listening(Map<String, HttpFault> all) {
        all.put("get-reconnect-storm", onHttp("GET", HttpAnswer::events));
        all.put(
                "get-bad-id",
                onHttp(
                        "GET",
                        a -> {
                            a.events();
                            a.raw("retry: 100\nid: é\u202e\u0007\ndata: " + NOTE + "\n\n");
                        }));
        all.put(
                "get-flood",
                onHttp(
                        "GET",
                        a -> {
                            a.events();
                            for (int i = 0; i < 10_000; i++) {
                                a.event(NOTE);
                            }
                            a.hang();
                        }));
    }
}
