package dev.benchlight.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/// Standard output that is full, closed, narrow, or not looked at.
class OutputTest {
    @TempDir Path folder;
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void aResultThatCannotBeWrittenIsAnError() {
        assertThat(help(failing("No space left on device"))).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualTo(
                        "error: Standard output could not be written: No space left on device.\n");
    }

    @Test
    void aReaderThatHasHadEnoughIsNone() {
        assertThat(help(failing("Broken pipe"))).isZero();
        assertThat(err.size()).isZero();
    }

    @Test
    void textIsUtf8WhateverTheLocale() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Output output = Output.to(out);
        output.print("Grüße 🎉");

        assertThat(output.lost()).isNull();
        assertThat(out.toByteArray()).isEqualTo("Grüße 🎉".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void linesAreCutToTheTerminalAndNowhereElse() {
        Output out = Output.to(new ByteArrayOutputStream());
        assertThat(console(out, true, Map.of("COLUMNS", "40")).width()).isEqualTo(40);
        assertThat(console(out, true, Map.of("COLUMNS", "wide")).width()).isEqualTo(110);
        assertThat(console(out, false, Map.of("COLUMNS", "40")).width())
                .isEqualTo(Integer.MAX_VALUE);
    }

    /// As no-color.org has it, an empty one is none.
    @Test
    void linesAreColouredOnATerminalUnlessTheEnvironmentForbidsIt() {
        assertThat(complaint(true, Map.of())).startsWith("\033[31merror: \033[0mThere is");
        assertThat(complaint(true, Map.of("NO_COLOR", ""))).startsWith("\033[31merror: ");
        assertThat(complaint(true, Map.of("NO_COLOR", "1"))).startsWith("error: There is");
        assertThat(complaint(false, Map.of())).startsWith("error: There is");
    }

    private String complaint(boolean terminal, Map<String, String> environment) {
        err.reset();
        Output out = Output.to(new ByteArrayOutputStream());
        BenchlightCommand.run(
                new String[] {"cal"},
                console(out, terminal, environment),
                (workspace, data, shown) -> 99);
        return err.toString(StandardCharsets.UTF_8);
    }

    private int help(OutputStream out) {
        return BenchlightCommand.run(
                new String[] {"--help"},
                console(Output.to(out), false, Map.of()),
                (workspace, data, shown) -> 99);
    }

    private Console console(Output out, boolean terminal, Map<String, String> environment) {
        return new Console(
                InputStream.nullInputStream(),
                out,
                new PrintStream(err, false, StandardCharsets.UTF_8),
                terminal,
                environment,
                folder);
    }

    private static OutputStream failing(String message) {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(message);
            }
        };
    }
}
