package dev.benchlight.app.leftovers;

import dev.benchlight.mcp.wire.ProcessMark;
import dev.benchlight.mcp.wire.ServerMark;
import dev.benchlight.mcp.wire.ServerProcesses;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Optional;

/// What a file says of one server that runs.
///
/// @param run the run of this program that started it
record RunningServer(ProcessMark run, String server, ServerProcesses processes) {
    static Optional<RunningServer> parse(String text) {
        try {
            JsonNode json = JsonMapper.shared().readTree(text);
            List<ProcessMark> marks =
                    json.path("processes").valueStream().map(RunningServer::mark).toList();
            ServerMark mark = new ServerMark(json.path("mark").asString(""));
            return marks.isEmpty() && mark.equals(ServerMark.NONE)
                    ? Optional.empty()
                    : Optional.of(
                            new RunningServer(
                                    mark(json.path("run")),
                                    json.path("server").asString(""),
                                    new ServerProcesses(
                                            mark,
                                            !marks.isEmpty()
                                                    && json.path("ownSession").asBoolean(false),
                                            marks)));
        } catch (JacksonException e) {
            // Half a file, or not ours.
            return Optional.empty();
        }
    }

    private static ProcessMark mark(JsonNode json) {
        return new ProcessMark(
                json.path("pid").asLong(-1),
                json.path("born").asString(""),
                json.path("program").asString(""));
    }

    String text() {
        ObjectNode json = JsonMapper.shared().createObjectNode();
        write(run, json.putObject("run"));
        json.put("server", server);
        json.put("mark", processes.mark().value());
        json.put("ownSession", processes.ownSession());
        var marks = json.putArray("processes");
        processes.marks().forEach(mark -> write(mark, marks.addObject()));
        return json.toString();
    }

    private static void write(ProcessMark mark, ObjectNode json) {
        json.put("pid", mark.pid()).put("born", mark.born()).put("program", mark.program());
    }
}
