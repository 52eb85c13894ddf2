package dev.benchlight.app.cli;

import dev.benchlight.app.workspace.InputException;
import dev.benchlight.mcp.rpc.Answer;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// `--root`: the folders that a server is told of.
final class RootOption implements OptionAnswers.Option {
    private final List<Path> folders;
    private final Consumer<String> told;

    private RootOption(List<Path> folders, Consumer<String> told) {
        this.folders = List.copyOf(folders);
        this.told = told;
    }

    static Optional<OptionAnswers.Option> of(
            List<String> texts, Path directory, Consumer<String> told) throws InputException {
        List<Path> folders = new ArrayList<>();
        for (String text : texts) {
            Path folder = directory.resolve(Invocation.path("--root", text)).normalize();
            if (!Files.isDirectory(folder)) {
                throw new InputException(
                        "bad-root", "--root " + Visible.line(text) + " is no folder.");
            }
            folders.add(folder.toAbsolutePath());
        }
        return folders.isEmpty() ? Optional.empty() : Optional.of(new RootOption(folders, told));
    }

    @Override
    public String capability() {
        return "roots";
    }

    @Override
    public ObjectNode declared() {
        return JsonNodeFactory.instance.objectNode();
    }

    @Override
    public Answer answer(JsonNode params) {
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        ArrayNode list = result.putArray("roots");
        for (Path folder : folders) {
            ObjectNode entry = list.addObject().put("uri", folder.toUri().toString());
            Path name = folder.getFileName();
            if (name != null) {
                entry.put("name", name.toString());
            }
        }
        int count = folders.size();
        told.accept("roots – answered: " + count + (count == 1 ? " folder" : " folders"));
        return new Answer.Result(result);
    }
}
