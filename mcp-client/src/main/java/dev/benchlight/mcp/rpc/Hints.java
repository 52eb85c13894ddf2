package dev.benchlight.mcp.rpc;

import static java.util.Map.entry;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/// What to try, by the code of a problem. A problem that knows better says so itself.
final class Hints {
    private static final String VERSION = "each message must say \"jsonrpc\":\"2.0\"";
    private static final String ERROR = "an error is an object with an integer code and a message";
    private static final String LIMITS =
            "answer with less, or in pages; the limit is the setting messageBytes";

    private static final Map<String, String> BY_CODE =
            Map.ofEntries(
                    entry("not-json", "send valid JSON; over stdio, each message on one line"),
                    entry("pretty-json", "write each message on one line, without indentation"),
                    entry("batch", "send each message alone; only 2025-03-26 has batches"),
                    entry("null-result", "answer with an object; {} if there is nothing to say"),
                    entry("bad-result", "the fault is in the server; the trace holds what it sent"),
                    entry("error-not-an-object", ERROR),
                    entry("error-no-code", ERROR),
                    entry("error-no-message", ERROR),
                    entry("result-and-error", "answer with a result or an error, never both"),
                    entry("no-result", "answer with a result or an error"),
                    entry("method-and-result", "an answer has an id and no method"),
                    entry(
                            "echoed",
                            "it repeats its input, as cat does; check that this is an MCP server"),
                    entry("no-jsonrpc", VERSION),
                    entry("wrong-jsonrpc", VERSION),
                    entry("id-type-changed", "give the id back as it came: a number as a number"),
                    entry("no-answer", "answer within the response, under the id of the request"),
                    entry("unsupported-version", "offer a revision that is named here"),
                    entry("capability-missing", "declare it in the answer to initialize"),
                    entry("utf16", "MCP messages are UTF-8; set the server's output encoding"),
                    entry("message-too-large", LIMITS),
                    entry("endless-line", "end each message with a line feed; " + LIMITS),
                    entry(
                            "message-over-limit",
                            "send flatter data and shorter numbers, or text for them"),
                    entry(
                            "timed-out",
                            "see the server's log for what it waits for, or wait longer"),
                    entry("input-blocked", "the server must read its input while it works"),
                    entry("stdin-closed", "run its command in a terminal to see why"),
                    entry("no-such-folder", "choose a folder that exists"),
                    entry("command-failed", "check that the command can be run in a terminal"),
                    entry("session-closed", "connect again"),
                    entry("not-connected", "connect first"));

    private Hints() {}

    static @Nullable String of(String code) {
        return BY_CODE.get(code);
    }
}
