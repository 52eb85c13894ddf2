package dev.benchlight.app.cli;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/// One command line, run in this process with its streams caught.
record CommandRun(int exit, String out, String err) {

    static CommandRun of(Path directory, String... arguments) {
        return of(
                directory, Map.of("XDG_DATA_HOME", directory.resolve("xdg").toString()), arguments);
    }

    static CommandRun of(Path directory, Map<String, String> environment, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console =
                new Console(
                        InputStream.nullInputStream(),
                        Output.to(out),
                        new PrintStream(err, false, StandardCharsets.UTF_8),
                        false,
                        environment,
                        directory);
        int exit = BenchlightCommand.run(arguments, console, (workspace, data, shown) -> 99);
        console.out().flush();
        console.err().flush();
        return new CommandRun(
                exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /// Standard output, which must be one JSON document and nothing else.
    JsonNode json() {
        return JsonMapper.builder()
                .enable(tools.jackson.databind.DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build()
                .readTree(out);
    }
}
