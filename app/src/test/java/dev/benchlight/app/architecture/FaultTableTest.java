package dev.benchlight.app.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.mcp.faults.FaultyHttpServer;
import dev.benchlight.mcp.faults.FaultyStdioServer;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// `docs/faults.md` names a test for each fault and threat: the tests are there, and so is every
/// fault that the scripted servers can show.
class FaultTableTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern TEST = Pattern.compile("`([A-Z]\\w*Test)(?:\\.(\\w+))?`");

    private final String table = read(ROOT.resolve("docs/faults.md"));

    @Test
    void everyTestThatIsNamedIsThere() throws IOException {
        Map<String, String> tests = tests();
        List<String> missing =
                TEST.matcher(table)
                        .results()
                        .filter(named -> {
                            String source = tests.getOrDefault(named.group(1), "");
                            return named.group(2) == null
                                    ? source.isEmpty()
                                    : !source.contains(" " + named.group(2) + "(");
                        })
                        .map(named -> named.group())
                        .toList();

        assertThat(missing).isEmpty();
    }

    @Test
    void everyFaultOfTheScriptedServersStandsInIt() {
        assertThat(
                        Stream.concat(
                                FaultyStdioServer.modes().stream(),
                                FaultyHttpServer.modes().stream()))
                .filteredOn(mode -> !mode.equals(FaultyStdioServer.FINE))
                .allSatisfy(mode -> assertThat(table).contains("`" + mode + "`"));
    }

    @Test
    void everyThreatThatTouchesMcpStandsInIt() {
        assertThat(IntStream.rangeClosed(1, 23).filter(id -> id != 8 && id != 15 && id != 16))
                .allSatisfy(id -> assertThat(table).contains("\n| T" + id + " |"));
    }

    /// The sources of all tests by the names of their classes.
    private static Map<String, String> tests() throws IOException {
        Map<String, String> tests = new TreeMap<>();
        for (String module : List.of("mcp-client", "renderers", "app")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/test/java"))) {
                files.filter(file -> file.toString().endsWith("Test.java"))
                        .forEach(file -> {
                            String name = file.getFileName().toString();
                            tests.put(name.substring(0, name.length() - 5), read(file));
                        });
            }
        }
        return tests;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
