package dev.benchlight.app.cli;

import dev.benchlight.app.workspace.InputException;
import dev.benchlight.mcp.Era;
import dev.benchlight.mcp.Revision;
import dev.benchlight.mcp.SessionOptions;
import dev.benchlight.mcp.rpc.CallOptions;
import dev.benchlight.mcp.rpc.Progress;
import dev.benchlight.mcp.wire.Limits;
import dev.benchlight.mcp.wire.ServerConfig;
import dev.benchlight.mcp.wire.ServerConfig.Transport;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What the options say about a session, checked before anything is started.
///
/// @param headers for every request
/// @param transport the one to use for a URL, or empty for the one that its entry names
record SessionSettings(
        SessionOptions session,
        CallOptions calls,
        Map<String, String> headers,
        Optional<Transport> transport) {

    static SessionSettings of(Invocation invocation, Console console) throws InputException {
        SessionOptions session =
                new SessionOptions(
                                revision(invocation.value("--revision")),
                                invocation.duration(
                                        "--timeout", SessionOptions.DEFAULT.connectTimeout()),
                                invocation.duration("--grace", Duration.ofMillis(100)),
                                Limits.DEFAULT)
                        .notListening();
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
                transport(invocation.value("--transport"), session));
    }

    /// The configuration with the headers added; those given here win.
    ServerConfig applied(ServerConfig config) throws InputException {
        return switch (config) {
            case ServerConfig.Http http -> {
                Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
                all.putAll(http.headers());
                all.putAll(headers);
                yield new ServerConfig.Http(http.name(), http.url(), all, http.access())
                        .over(transport.orElse(http.transport()));
            }
            case ServerConfig.Stdio stdio when !headers.isEmpty() || transport.isPresent() ->
                    throw new InputException(
                            "usage",
                            "--header and --transport are for a URL; this server is a command.");
            case ServerConfig.Stdio stdio -> stdio;
        };
    }

    private static @Nullable Revision revision(@Nullable String wanted) throws InputException {
        if (wanted == null || wanted.equals("auto")) {
            return null;
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

    private static Optional<Transport> transport(@Nullable String wanted, SessionOptions session)
            throws InputException {
        Optional<Transport> transport =
                switch (wanted) {
                    case null -> Optional.empty();
                    case "auto" -> Optional.empty();
                    case "http" -> Optional.of(Transport.STREAMABLE);
                    case "sse" -> Optional.of(Transport.SSE);
                    default ->
                            throw new InputException(
                                    "unknown-transport",
                                    "This version does not speak the transport "
                                            + Visible.line(wanted)
                                            + ".",
                                    "There is auto, http and sse.");
                };
        Revision pinned = session.pinned();
        if (transport.filter(Transport.SSE::equals).isPresent()
                && pinned != null
                && pinned.era() == Era.MODERN) {
            throw new InputException(
                    "usage",
                    "The transport sse has no revision " + pinned.version() + ".",
                    "Leave one of --transport and --revision out.");
        }
        return transport;
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
