package dev.benchlight.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;

/// The samples stand in `text-kinds.txt`, each after a line `=== KIND name`.
class TextKindTest {
    record Sample(TextKind kind, String name, String text) {
        @Override
        public String toString() {
            return kind + " " + name;
        }
    }

    static Stream<Sample> samples() {
        try (var stream = TextKindTest.class.getResourceAsStream("text-kinds.txt")) {
            String all =
                    new String(
                            Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(all.split("(?m)^=== ", -1)).skip(1).map(TextKindTest::sample);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Sample sample(String block) {
        int line = block.indexOf('\n');
        int space = block.indexOf(' ');
        return new Sample(
                TextKind.valueOf(block.substring(0, space)),
                block.substring(space + 1, line),
                block.substring(line + 1));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void isTakenForWhatItIs(Sample sample) {
        assertThat(TextKind.of(sample.text())).isEqualTo(sample.kind());
    }
}
