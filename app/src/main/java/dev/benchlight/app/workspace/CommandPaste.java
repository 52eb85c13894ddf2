package dev.benchlight.app.workspace;

import dev.benchlight.mcp.wire.ServerConfig;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads a pasted command line: of a server, or of a client that adds one.
final class CommandPaste {
    private CommandPaste() {}

    static ServerPaste read(String line) {
        ShellWords split = ShellWords.split(line);
        List<String> words = split.words();
        List<String> remarks = new ArrayList<>(split.remarks());
        Map<String, String> environment = new LinkedHashMap<>();
        int from = 0;
        if (!words.isEmpty() && words.getFirst().equals("env")) {
            from++;
        }
        while (from < words.size() && words.get(from).matches("[A-Za-z_][A-Za-z0-9_]*=.*")) {
            String[] pair = words.get(from++).split("=", 2);
            environment.put(pair[0], pair[1]);
            LiteralKey.remark(remarks, pair[0], pair[1]);
        }
        List<String> command = words.subList(from, words.size());
        if (command.isEmpty()) {
            return new ServerPaste(List.of(), List.of("There is no command in the text."));
        }
        Optional<ServerPaste> added = addedByClient(command);
        if (added.isPresent()) {
            return added.get();
        }
        LiteralKey.remark(remarks, command.subList(1, command.size()));
        ServerConfig config =
                new ServerConfig.Stdio(
                        CommandName.of(command.getFirst(), command.subList(1, command.size())),
                        command.getFirst(),
                        command.subList(1, command.size()),
                        environment,
                        null);
        return new ServerPaste(
                List.of(new ServerDraft(config.name(), config, remarks, false)), List.of());
    }

    /// What a client would add, were it given this command.
    private static Optional<ServerPaste> addedByClient(List<String> command) {
        if (command.size() > 2
                && isProgram(command.getFirst(), "code", "code-insiders", "cursor")) {
            int json = command.indexOf("--add-mcp") + 1;
            if (json > 0 && json < command.size()) {
                return Optional.of(PasteReader.json(command.get(json)));
            }
        }
        if (command.size() > 3
                && isProgram(command.getFirst(), "claude", "codex", "gemini")
                && command.get(1).equals("mcp")
                && command.get(2).startsWith("add")) {
            return Optional.of(ClientAddLine.read(command.subList(2, command.size())));
        }
        return Optional.empty();
    }

    private static boolean isProgram(String word, String... programs) {
        return List.of(programs).contains(CommandName.program(word));
    }
}
