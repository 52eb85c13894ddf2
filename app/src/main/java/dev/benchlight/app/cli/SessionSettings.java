package dev.benchlight.app.cli;

import dev.benchlight.app.workspace.InputException;
import dev.benchlight.mcp.Revision;
import dev.benchlight.mcp.SessionOptions;
import dev.benchlight.mcp.rpc.CallOptions;
import dev.benchlight.mcp.rpc.Progress;
import dev.benchlight.mcp.wire.Limits;
import dev.benchlight.mcp.wire.ServerConfig;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What the options say about a session, checked before anything is started.
///
/// @param headers for every request
/// @param overHttp whether the user said that it is a URL
record SessionSettings(
        SessionOptions session, CallOptions calls, Map<String, String> headers, boolean overHttp) {

    static SessionSettings of(Invocation invocation, Console console) throws InputException {
        SessionOptions session =
                new SessionOptions(
                        revision(invocation.value("--revision")),
                        invocation.duration("--timeout", SessionOptions.DEFAULT.connectTimeout()),
                        invocation.duration("--grace", Duration.ofMillis(100)),
                        Limits.DEFAULT);
        CallOptions calls =
                CallOptions.DEFAULT.withDeadlines(
                        invocation.duration("--timeout", CallOptions.DEFAULT.idle()),
                        invocation.duration("--max-time", CallOptions.DEFAULT.maximum()));
        boolean shown =
                console.terminal() && !invocation.has("--quiet") && !invocation.has("--json");
        return new SessionSettings(
                session,
                shown ? calls.withProgress(progress -> show(console, progress)) : calls,
                Arguments.headers(invocation.values("--header")),
                isHttp(invocation.value("--transport")));
    }

    /// The configuration with the headers added; those given here win.
    ServerConfig applied(ServerConfig config) throws InputException {
        return switch (config) {
            case ServerConfig.Http http -> {
                Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
                all.putAll(http.headers());
                all.putAll(headers);
                yield new ServerConfig.Http(http.name(), http.url(), all, http.certificate());
            }
            case ServerConfig.Stdio stdio when !headers.isEmpty() || overHttp ->
                    throw new InputException(
                            "usage",
                            "--header and --transport are for a URL; this server is a command.");
            case ServerConfig.Stdio stdio -> stdio;
        };
    }

    private static Revision revision(@Nullable String wanted) throws InputException {
        if (wanted == null || wanted.equals("auto")) {
            return Revision.LATEST_LEGACY;
        }
        String known =
                String.join(", ", Stream.of(Revision.values()).map(Revision::version).toList());
        return Revision.of(wanted)
                .orElseThrow(() ->
                        new InputException(
                                "unknown-revision",
                                "This version does not speak the revision "
                                        + Visible.line(wanted)
                                        + ".",
                                "There is auto, " + known + "."));
    }

    private static boolean isHttp(@Nullable String transport) throws InputException {
        if (transport != null && !List.of("auto", "http").contains(transport)) {
            throw new InputException(
                    "unknown-transport",
                    "This version does not speak the transport " + Visible.line(transport) + ".",
                    "There is auto and http.");
        }
        return "http".equals(transport);
    }

    private static void show(Console console, Progress progress) {
        String of =
                progress.total().isPresent() ? "/" + number(progress.total().getAsDouble()) : "";
        String message = progress.message() == null ? "" : " " + Visible.line(progress.message());
        console.err().println("progress " + number(progress.progress()) + of + message);
        console.err().flush();
    }

    private static String number(double value) {
        return value == Math.rint(value) ? "%.0f".formatted(value) : Double.toString(value);
    }
}
