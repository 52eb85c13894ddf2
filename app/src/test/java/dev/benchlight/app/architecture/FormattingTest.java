package dev.benchlight.app.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.JavaFormatterOptions.Style;
import com.google.googlejavaformat.java.RemoveUnusedImports;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Every Java source stands as google-java-format writes it (AOSP style); `.ci/format` does that.
class FormattingTest {
    private static final List<String> MODULES =
            List.of("mcp-client", "llm-playground", "renderers", "app");

    private final Formatter formatter =
            new Formatter(JavaFormatterOptions.builder().style(Style.AOSP).build());

    @Test
    void everySourceIsFormatted() throws IOException {
        Path root = Path.of("..").toAbsolutePath().normalize();
        List<Path> sources = new ArrayList<>();
        for (String module : MODULES) {
            try (Stream<Path> files = Files.walk(root.resolve(module).resolve("src"))) {
                files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
            }
        }
        List<String> unformatted =
                sources.stream()
                        .filter(file -> !formatted(file))
                        .map(file -> root.relativize(file).toString())
                        .toList();
        assertThat(unformatted).as("not formatted; run .ci/format").isEmpty();
        assertThat(sources).isNotEmpty();
    }

    private boolean formatted(Path file) {
        try {
            String source = Files.readString(file);
            String ordered =
                    ImportOrderer.reorderImports(
                            RemoveUnusedImports.removeUnusedImports(source), Style.AOSP);
            return formatter.formatSource(ordered).equals(source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FormatterException e) {
            return false;
        }
    }
}
