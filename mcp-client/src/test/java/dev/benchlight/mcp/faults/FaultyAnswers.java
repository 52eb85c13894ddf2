package dev.benchlight.mcp.faults;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Answers to a tool call, each wrong in its own way.
final class FaultyAnswers {
    private static final int STEPS = 6;
    static final List<String> MODES =
            List.of(
                    "garbage-between",
                    "partial-lines",
                    "glued",
                    "utf8-split",
                    "crlf",
                    "invalid-utf8",
                    "pretty-json",
                    "nan",
                    "batch",
                    "null-result",
                    "content-missing",
                    "content-string",
                    "content-entry",
                    "is-error-string",
                    "error-string",
                    "error-no-message",
                    "result-and-error",
                    "no-jsonrpc",
                    "wrong-jsonrpc",
                    "huge-message",
                    "deep-json",
                    "huge-number",
                    "never-answer",
                    "late-answer",
                    "slow-progress",
                    "close-stderr",
                    "stderr-invalid",
                    "flood-notifications",
                    "flood-progress",
                    "flood-stderr",
                    "list-changed-storm",
                    "duplicate-id",
                    "unknown-id",
                    "id-null",
                    "id-string",
                    "dup-keys",
                    "server-request-ping",
                    "server-request-sampling",
                    "server-request-unknown",
                    "elicit-storm");

    private final ServerOutput out;
    private String waiting = "";
    private int storm;
    private String late = "";
    private String slow = "";
    private int steps;

    FaultyAnswers(ServerOutput out) {
        this.out = out;
    }

    void answer(String mode, String id) throws IOException {
        String malformed = malformed(mode, id);
        if (malformed.isEmpty()) {
            pieces(mode, id);
        } else {
            out.line(malformed);
        }
    }

    /// Answers that are one line, or empty for the other modes.
    private static String malformed(String mode, String id) {
        String head = "{\"jsonrpc\":\"2.0\",\"id\":" + id + ",";
        String ok = "\"result\":" + ServerOutput.content("done");
        return switch (mode) {
            case "glued" ->
                    "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/message\","
                            + "\"params\":{\"level\":\"info\",\"data\":\"x\"}}"
                            + head
                            + ok
                            + "}";
            case "crlf" -> head + ok + "}\r";
            case "dup-keys" -> head + ok + "," + ok + "}";
            case "pretty-json" ->
                    "{\n  \"jsonrpc\": \"2.0\",\n  \"id\": "
                            + id
                            + ",\n  \"result\": {\n    \"content\": []\n  }\n}";
            case "nan" -> head + "\"result\":{\"content\":[],\"x\":NaN}}";
            case "batch" -> "[" + head + ok + "}]";
            case "null-result" -> head + "\"result\":null}";
            case "content-missing" -> head + "\"result\":{}}";
            case "content-string" -> head + "\"result\":{\"content\":\"done\"}}";
            case "content-entry" -> head + "\"result\":{\"content\":[\"done\"]}}";
            case "is-error-string" -> head + "\"result\":{\"content\":[],\"isError\":\"yes\"}}";
            case "error-string" -> head + "\"error\":\"kaputt\"}";
            case "error-no-message" -> head + "\"error\":{\"code\":-32000}}";
            case "result-and-error" -> head + ok + ",\"error\":{\"code\":-1,\"message\":\"x\"}}";
            case "no-jsonrpc" -> "{\"id\":" + id + "," + ok + "}";
            case "wrong-jsonrpc" -> "{\"jsonrpc\":\"1.0\",\"id\":" + id + "," + ok + "}";
            case "deep-json" ->
                    head + "\"result\":{\"x\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}}";
            case "huge-number" -> head + "\"result\":{\"x\":" + "9".repeat(5_000) + "}}";
            default -> "";
        };
    }

    /// Answers that come in pieces or in odd bytes.
    private void pieces(String mode, String id) throws IOException {
        String head = "{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"result\":";
        switch (mode) {
            case "partial-lines" -> byteByByte(head + ServerOutput.content("done") + "}\n");
            case "utf8-split" -> byteByByte(head + ServerOutput.content("Grüße 🎉 日本語") + "}\n");
            case "invalid-utf8" ->
                    out.bytes(
                            (head + ServerOutput.content("caf\u00e9 olé") + "}\n")
                                    .getBytes(StandardCharsets.ISO_8859_1));
            case "huge-message" -> huge(id);
            default -> conversation(mode, id);
        }
    }

    private void byteByByte(String text) throws IOException {
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            out.bytes(new byte[] {b});
        }
    }

    private void huge(String id) throws IOException {
        out.raw("{\"jsonrpc\":\"2.0\",\"result\":{\"x\":\"");
        String part = "y".repeat(1 << 16);
        for (int i = 0; i < 48; i++) {
            out.raw(part);
        }
        out.line("\"},\"id\":" + id + "}");
    }

    private void conversation(String mode, String id) throws IOException {
        switch (mode) {
            case "garbage-between" -> {
                out.line("debug: about to answer");
                out.text(id, "done");
            }
            case "never-answer" -> {}
            case "late-answer" -> late = id;
            case "slow-progress" -> {
                slow = id;
                step();
            }
            case "stderr-invalid" -> {
                out.error("caf\u00e9 \u001b[31m\u0000\n");
                out.text(id, "done");
            }
            case "duplicate-id" -> {
                out.text(id, "first");
                out.text(id, "second");
            }
            case "unknown-id" -> {
                out.text("987654", "who?");
                out.text(id, "done");
            }
            case "id-null" -> {
                out.text("null", "who?");
                out.text(id, "done");
            }
            case "id-string" -> out.text("\"" + id + "\"", "done");
            default -> floods(mode, id);
        }
    }

    private void floods(String mode, String id) throws IOException {
        switch (mode) {
            case "flood-notifications" -> {
                for (int i = 0; i < 20_000; i++) {
                    out.notification(
                            "notifications/message", "{\"level\":\"info\",\"data\":" + i + "}");
                }
            }
            case "flood-progress" -> {
                for (int i = 1; i <= 5_000; i++) {
                    progress(id, i, 5_000);
                }
            }
            case "flood-stderr" -> {
                for (int i = 0; i < 40; i++) {
                    out.error(("line " + i + " of many\n").repeat(1_000));
                }
            }
            case "list-changed-storm" -> {
                for (int i = 0; i < 1_000; i++) {
                    out.notification("notifications/tools/list_changed", "{}");
                }
            }
            case "close-stderr" -> System.err.close();
            default -> {
                ask(mode, id);
                return;
            }
        }
        out.text(id, "done");
    }

    private void ask(String mode, String id) throws IOException {
        waiting = id;
        String method =
                switch (mode) {
                    case "server-request-ping" -> "ping";
                    case "server-request-sampling" -> "sampling/createMessage";
                    case "elicit-storm" -> "elicitation/create";
                    default -> "no/such/method";
                };
        storm = mode.equals("elicit-storm") ? 100 : 1;
        for (int i = storm; i > 0; i--) {
            out.line(
                    "{\"jsonrpc\":\"2.0\",\"id\":\"s"
                            + i
                            + "\",\"method\":\""
                            + method
                            + "\",\"params\":{}}");
        }
    }

    private void progress(String token, int done, int total) throws IOException {
        out.notification(
                "notifications/progress",
                "{\"progressToken\":"
                        + token
                        + ",\"progress\":"
                        + done
                        + ",\"total\":"
                        + total
                        + "}");
    }

    /// The slow answer comes on by a step with each ping of the client's.
    void step() throws IOException {
        if (slow.isEmpty()) {
            return;
        }
        steps++;
        progress(slow, steps, STEPS);
        if (steps == STEPS) {
            out.text(slow, "done");
            slow = "";
            steps = 0;
        }
    }

    /// Anything that is no request: the client's answers and notifications.
    void heard(String line) throws IOException {
        if (line.contains("notifications/cancelled") && !late.isEmpty()) {
            out.text(late, "late");
            late = "";
        } else if (line.contains("\"id\":\"s") && --storm == 0) {
            out.text(waiting, line.replace("\\", "").replace("\"", "'"));
        }
    }
}
