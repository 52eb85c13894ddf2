package dev.benchlight.app.ui.traces;

import dev.benchlight.app.traces.TraceDetail;
import dev.benchlight.app.traces.TraceRow;
import dev.benchlight.app.ui.result.CommandLine;
import dev.benchlight.trace.Channel;
import dev.benchlight.trace.Direction;
import dev.benchlight.trace.Frame;
import dev.benchlight.trace.SpanKind;
import dev.benchlight.trace.SpanNote;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What a recorded span can be copied as, and whether it can be sent again.
final class Recorded {
    private static final Set<String> CALLS = Set.of("tools/call", "prompts/get", "resources/read");

    private Recorded() {}

    /// Whether it is a call of ours that can be sent again.
    static boolean repeatable(TraceRow row) {
        return row.kind() == SpanKind.REQUEST && CALLS.contains(row.method());
    }

    /// The message that began it, as it was sent or received.
    static Optional<String> request(TraceDetail detail) {
        boolean theirs =
                detail.row().kind() == SpanKind.SERVER_REQUEST
                        || detail.row().kind() == SpanKind.SERVER_NOTIFICATION;
        Direction direction = theirs ? Direction.RECEIVED : Direction.SENT;
        return noted(detail, SpanNote.Type.REQUEST_FRAME)
                .or(() -> detail.frames().stream().filter(f -> body(f, direction)).findFirst())
                .map(Recorded::message);
    }

    /// The message that answered it.
    static Optional<String> response(TraceDetail detail) {
        Direction direction =
                detail.row().kind() == SpanKind.SERVER_REQUEST
                        ? Direction.SENT
                        : Direction.RECEIVED;
        if (detail.row().kind() != SpanKind.REQUEST
                && detail.row().kind() != SpanKind.SERVER_REQUEST) {
            return Optional.empty();
        }
        return noted(detail, SpanNote.Type.RESPONSE_FRAME)
                .or(() ->
                        detail.frames().stream()
                                .filter(f -> body(f, direction))
                                .reduce((_, last) -> last))
                .map(Recorded::message);
    }

    /// The line for a shell that does the same; empty where there is none.
    static Optional<String> commandLine(TraceDetail detail) {
        return request(detail).flatMap(json -> commandLine(detail.row().where(), json));
    }

    private static Optional<String> commandLine(String server, String request) {
        try {
            JsonNode json = JsonMapper.shared().readTree(request);
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
        } catch (JacksonException _) {
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

    private static Optional<Frame> noted(TraceDetail detail, SpanNote.Type type) {
        return detail.notes().stream()
                .filter(note -> note.type() == type)
                .flatMap(note ->
                        detail.frames().stream().filter(f -> Objects.equals(f.id(), note.frame())))
                .reduce((_, last) -> last);
    }

    private static boolean body(Frame frame, Direction direction) {
        return frame.direction() == direction
                && switch (frame.channel()) {
                    case STDIO, HTTP_REQUEST_BODY, HTTP_RESPONSE_BODY, SSE_EVENT -> true;
                    case STDERR, HTTP_REQUEST_HEAD, HTTP_RESPONSE_HEAD -> false;
                };
    }

    private static String message(Frame frame) {
        if (frame.channel() != Channel.SSE_EVENT) {
            return frame.text().strip();
        }
        return frame.text()
                .lines()
                .filter(line -> line.startsWith("data:"))
                .map(line -> line.substring(line.startsWith("data: ") ? 6 : 5))
                .collect(Collectors.joining("\n"));
    }
}
