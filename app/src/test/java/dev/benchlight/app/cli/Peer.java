package dev.benchlight.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A server to name on the command line, by URL or as a program at its end.
final class Peer {
    private final Path folder;
    private final @Nullable String url;
    private final List<String> program;

    /// @param folder for the data of the runs
    Peer(Path folder, @Nullable String url, List<String> program) {
        this.folder = folder;
        this.url = url;
        this.program = program;
    }

    CommandRun run(String command, String word, String option, String... more) {
        List<String> words = new ArrayList<>(List.of(word, option));
        words.addAll(List.of(more));
        return run(command, words);
    }

    CommandRun run(String command, List<String> words) {
        List<String> line = new ArrayList<>(List.of(command));
        if (url != null) {
            line.add(url);
        }
        line.addAll(words);
        if (url == null) {
            line.addAll(List.of("--stdio", "--"));
            line.addAll(program);
        }
        return CommandRun.of(folder, line.toArray(String[]::new));
    }

    /// The one document of `--json`, which has the members of the contract.
    JsonNode json(String command, String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.add("--json");
        CommandRun run = run(command, all);
        assertThat(run.exit()).as(run.out() + run.err()).isZero();
        assertThat(run.err()).isEmpty();
        JsonNode json = run.json();
        assertThat(json.path("ok").asBoolean()).isTrue();
        assertThat(json.path("command").asString()).isEqualTo(command);
        assertThat(json.path("warnings").isArray()).isTrue();
        assertThat(json.at("/trace/id").asString()).isNotEmpty();
        return json;
    }

    /// What a person reads.
    String text(String command, String... words) {
        CommandRun run = run(command, List.of(words));
        assertThat(run.exit()).as(run.out() + run.err()).isZero();
        return run.out();
    }
}
