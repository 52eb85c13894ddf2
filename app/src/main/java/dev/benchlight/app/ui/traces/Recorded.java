package dev.benchlight.app.ui.traces;

import dev.benchlight.app.traces.TraceDetail;
import dev.benchlight.app.traces.TraceRow;
import dev.benchlight.app.workspace.CommandLine;
import dev.benchlight.mcp.json.JsonDocument;
import dev.benchlight.mcp.json.JsonSyntaxException;
import dev.benchlight.trace.Channel;
import dev.benchlight.trace.Frame;
import dev.benchlight.trace.SpanKind;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What a recorded span can be copied as, and whether it can be sent again.
final class Recorded {
    private static final Set<String> SET_BY_CURL =
            Set.of("", "host", "content-length", "connection", "accept-encoding", "user-agent");
    private static final Set<String> CALLS = Set.of("tools/call", "prompts/get", "resources/read");

    private Recorded() {}

    /// Whether it is a request of ours; but to initialize belongs to its session.
    static boolean canBeSentAgain(TraceRow row) {
        return row.kind() == SpanKind.REQUEST && !row.method().equals("initialize");
    }

    /// Why it cannot be sent again though it could, if bytes had been kept; or an empty string.
    static String obstacle(TraceDetail detail) {
        return detail.request().filter(Frame::givenUp).isPresent()
                ? "The bytes of this request were given up for newer ones"
                : "";
    }

    /// Whether it is a call that has a tab to be changed in.
    static boolean canBeEdited(TraceRow row) {
        return row.kind() == SpanKind.REQUEST && CALLS.contains(row.method());
    }

    /// The message that began it, as it was sent or received.
    static Optional<String> request(TraceDetail detail) {
        return kept(detail.request());
    }

    /// The message that answered it.
    static Optional<String> response(TraceDetail detail) {
        return kept(detail.response());
    }

    private static Optional<String> kept(Optional<Frame> frame) {
        return frame.filter(f -> !f.givenUp()).map(TraceDetail::message).map(String::strip);
    }

    /// The line for a shell that does the same; empty where there is none.
    static Optional<String> commandLine(TraceDetail detail) {
        return request(detail).flatMap(json -> commandLine(detail.row().where(), json));
    }

    private static Optional<String> commandLine(String server, String request) {
        try {
            JsonNode json = JsonDocument.parse(request).wireTree();
            JsonNode params = json.path("params");
            String name = params.path("name").asString("");
            return switch (json.path("method").asString("")) {
                case "tools/call" -> {
                    JsonNode given = params.path("arguments");
                    String arguments = given.isMissingNode() ? "{}" : given.toString();
                    yield line("call", server, name, "--args", arguments);
                }
                case "prompts/get" -> prompt(server, name, params.path("arguments"));
                case "resources/read" -> line("read", server, params.path("uri").asString(""));
                case "tools/list" -> line("list", server, "tools");
                case "prompts/list" -> line("list", server, "prompts");
                case "resources/list" -> line("list", server, "resources");
                case "resources/templates/list" -> line("list", server, "templates");
                default -> Optional.empty();
            };
        } catch (JsonSyntaxException _) {
            return Optional.empty();
        }
    }

    private static Optional<String> prompt(String server, String name, JsonNode arguments) {
        List<String> words = new ArrayList<>(List.of("prompt", server, name));
        for (var argument : arguments.properties()) {
            words.add("--arg");
            words.add(argument.getKey() + "=" + argument.getValue().asString(""));
        }
        return line(words.toArray(String[]::new));
    }

    private static Optional<String> line(String... words) {
        return Optional.of("benchlight " + CommandLine.of(words));
    }

    /// The line for a shell that sends the same HTTP request; empty where there was none. Header
    /// values that were not recorded are left to be filled in.
    static Optional<String> curl(TraceDetail detail) {
        return detail.frames().stream()
                .filter(frame -> frame.channel() == Channel.HTTP_REQUEST_HEAD)
                .findFirst()
                .filter(head -> !head.givenUp() && obstacle(detail).isEmpty())
                .map(head -> curl(head.text(), request(detail)));
    }

    private static String curl(String head, Optional<String> body) {
        List<String> lines = head.lines().filter(line -> !line.isBlank()).toList();
        String[] target = lines.getFirst().split(" ", 2);
        List<String> words = new ArrayList<>(List.of("curl", "-X", target[0], target[1]));
        for (String line : lines.subList(1, lines.size())) {
            String name = line.substring(0, Math.max(0, line.indexOf(':')));
            if (!SET_BY_CURL.contains(name.toLowerCase(Locale.ROOT))) {
                words.add("-H");
                words.add(line.contains("••••") ? name + ": <hidden>" : line);
            }
        }
        body.ifPresent(text -> words.addAll(List.of("--data-raw", text)));
        return CommandLine.of(words.toArray(String[]::new));
    }
}
