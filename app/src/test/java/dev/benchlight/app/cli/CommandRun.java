package dev.benchlight.app.cli;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.ByteArrayInputStream;
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
        return of(directory, environment, null, new ByteArrayOutputStream(), arguments);
    }

    /// With somebody in front of it, if there is something typed.
    ///
    /// @param typed null where there is no terminal
    /// @param err takes standard error as it is written
    static CommandRun of(
            Path directory,
            Map<String, String> environment,
            @Nullable String typed,
            ByteArrayOutputStream err,
            String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Console console =
                new Console(
                        typed == null
                                ? InputStream.nullInputStream()
                                : new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)),
                        Output.to(out),
                        new PrintStream(err, false, StandardCharsets.UTF_8),
                        typed != null,
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
